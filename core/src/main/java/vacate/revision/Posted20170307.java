// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.DoubleWord;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;

/**
 * Ten years later: "slub: Slab defrag core", message 20170307212438.294581405@linux.com, 7 March
 * 2017, on {@link SlubOf2017}. Slabs are frozen on the partial list, under list_lock, and put back
 * by who has frozen them.
 *
 * <p>slab_mutex is played by slub_lock, which is only tried for.
 */
public class Posted20170307 extends SlubOf2017 {
  /** {@code s->defrag_ratio}, of every cache: with as much in use, in percent, it stays. */
  private static final int DEFRAG_RATIO = 30;

  public Posted20170307(Machine machine) {
    super(machine);
  }

  /** And {@code kmem_cache_setup_defrag}: {@code BUG_ON(!s->ctor)}; such caches come first. */
  @Override
  @Kernel("kmem_cache_create")
  protected void enlist(KmemCache s) {
    if (s.ops.kick() == null) {
      slabCaches.addTail(s.list);
      return;
    }
    KernelBug.bugOn(s.ctor == null, "kmem_cache_setup_defrag", "BUG_ON(!s->ctor)");
    slabCaches.add(s.list);
  }

  /** {@code kmem_cache_shrink}. */
  @Override
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    flushAll(cpu, s);
    shrink(cpu, s, 0);
    return 0;
  }

  /** {@code kmem_cache_defrag}: of the caches whose partial list is long. */
  @Override
  @Kernel("kmem_cache_defrag")
  public int kmemCacheDefrag(Cpu cpu, int percent) {
    if (!slubLock.downReadTrylock(cpu)) {
      return 0;
    }
    int freed = 0;
    for (ListHead at = slabCaches.next; at != slabCaches; at = at.next) {
      KmemCache s = (KmemCache) at.container;
      if (s.ops.kick() == null) {
        break;
      }
      freed += shrink(cpu, s, MAX_PARTIAL);
    }
    slubLock.upRead(cpu);
    return freed;
  }

  /**
   * {@code __shrink}.
   *
   * @param limit nothing is done to a list that is not longer
   * @return number of slabs freed
   */
  @Kernel("__kmem_cache_shrink")
  protected int shrink(Cpu cpu, KmemCache s, int limit) {
    KmemCacheNode n = s.getNode();
    if (n.nrPartial <= limit) {
      return 0;
    }
    ListHead moved = ListHead.head();
    int freed = collect(cpu, s, n, moved);
    if (s.ops.kick() == null || moved.isEmpty()) {
      return freed;
    }
    long[] scratch = Kmalloc.kmalloc(cpu, s.objects + 1);
    if (scratch != null) {
      for (ListHead at = moved.next; at != moved; at = at.next) {
        Page page = Page.of(at);
        if (inuse(word(page).read()) != 0) {
          kmemCacheVacate(cpu, page, scratch);
        }
      }
      Kmalloc.kfree(cpu, scratch);
    }
    return freed + putBack(cpu, s, n, moved, null);
  }

  /**
   * Takes sparse slabs off the partial list and freezes them, and frees empty ones.
   *
   * @return number of slabs freed
   */
  @Kernel("__kmem_cache_shrink")
  private int collect(Cpu cpu, KmemCache s, KmemCacheNode n, ListHead moved) {
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    int freed = takeSparse(cpu, s, n, moved);
    if (s.ops.kick() == null) {
      moved.spliceBehind(n.partial.last());
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    return freed;
  }

  /**
   * The loop of it [list_lock held].
   *
   * @return number of slabs freed
   */
  @Kernel("__kmem_cache_shrink")
  protected final int takeSparse(Cpu cpu, KmemCache s, KmemCacheNode n, ListHead moved) {
    boolean kicks = s.ops.kick() != null;
    int freed = 0;
    ListHead at = n.partial.next;
    while (at != n.partial) {
      Page page = Page.of(at);
      at = at.next;
      if (!slabTrylock(cpu, page)) {
        continue;
      }
      int inuse = inuse(word(page).read());
      if (inuse != 0 && isDense(s, inuse)) {
        slabUnlock(cpu, page);
      } else if (inuse != 0) {
        page.lru.moveTo(moved);
        if (kicks) {
          n.nrPartial--;
          setFrozen(cpu, page, FROZEN);
        }
        slabUnlock(cpu, page);
      } else {
        page.lru.del();
        n.nrPartial--;
        slabUnlock(cpu, page);
        discardSlab(cpu, s, page);
        freed++;
      }
    }
    return freed;
  }

  /** {@code page->inuse * 100 >= s->defrag_ratio * page->objects}. */
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected boolean isDense(KmemCache s, int inuse) {
    return inuse * 100 >= DEFRAG_RATIO * s.objects;
  }

  /**
   * {@code page->frozen = 1} or 0, a bit-field: the counters are loaded, and stored (S4).
   *
   * @param frozen {@code FROZEN}, or 0
   */
  @Kernel("__kmem_cache_shrink")
  protected void setFrozen(Cpu cpu, Page page, int frozen) {
    DoubleWord word = word(page);
    word.writeLow(DoubleWord.low(word.read()) & ~FROZEN | frozen);
  }

  /**
   * {@code kmem_cache_vacate}: the objects that are not on the freelist are handed to {@code get}
   * under the slab lock, which does not keep others from freeing them meanwhile (S3). What the text
   * promises is looked at here, and logged if it is not so.
   */
  @Kernel("kmem_cache_vacate")
  protected final void kmemCacheVacate(Cpu cpu, Page page, long[] scratch) {
    boolean flags = cpu.localIrqSave();
    slabLock(cpu, page);
    KernelBug.bugOn(!page.isSlab(), "kmem_cache_vacate", "BUG_ON(!PageSlab(page))");
    long seen = word(page).read();
    KernelBug.bugOn(!frozen(seen), "kmem_cache_vacate", "BUG_ON(!page->frozen)");
    KmemCache s = cacheOf(page);
    int objects = objectsInUse(s, page, DoubleWord.high(seen), scratch);
    if (DoubleWord.high(word(page).read()) != DoubleWord.high(seen)) {
      cpu.complain("kmem_cache_vacate: an object was freed while the slab lock was held");
    }
    Object pinned = s.ops.get().get(cpu, s, objects, scratch);
    slabUnlock(cpu, page);
    cpu.localIrqRestore(flags);
    s.ops.kick().kick(cpu, s, objects, scratch, pinned);
  }

  @Kernel("kmem_cache_vacate")
  private int objectsInUse(KmemCache s, Page page, long freelist, long[] vector) {
    long map = -1L >>> KmemCache.MAX_OBJECTS - s.objects;
    for (long free = freelist; free != 0; free = objects.getFreepointer(s, free)) {
      map &= ~(1L << objects.slabIndex(s, page, free));
    }
    int n = 0;
    for (int i = 0; i < s.objects; i++) {
      if ((map >>> i & 1) != 0) {
        vector[n++] = machine.memMap.address(page) + (long) i * s.size;
      }
    }
    return n;
  }

  /**
   * The end of {@code __shrink}: who has frozen the slabs puts them back, or frees them.
   *
   * @param full the list of those of which all objects are in use; null if that is the partial list
   * @return number of slabs freed
   */
  @Kernel("__kmem_cache_shrink")
  protected final int putBack(
      Cpu cpu, KmemCache s, KmemCacheNode n, ListHead moved, ListHead full) {
    int freed = 0;
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    ListHead at = moved.next;
    while (at != moved) {
      Page page = Page.of(at);
      at = at.next;
      takeOff(page);
      slabLock(cpu, page);
      setFrozen(cpu, page, 0);
      int inuse = inuse(word(page).read());
      if (inuse == s.objects && full != null) {
        full.add(page.lru);
        slabUnlock(cpu, page);
      } else if (inuse != 0) {
        n.nrPartial++;
        addToTail(n, page);
        slabUnlock(cpu, page);
      } else {
        slabUnlock(cpu, page);
        discardSlab(cpu, s, page);
        freed++;
      }
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    return freed;
  }

  /** Nothing: a slab is discarded while it is on a list (S2). */
  @Kernel("__kmem_cache_shrink")
  protected void takeOff(Page page) {}

  /** {@code list_add_tail(&n->partial, &page->lru)}, the wrong way round (S1). */
  @Kernel("__kmem_cache_shrink")
  protected void addToTail(KmemCacheNode n, Page page) {
    page.lru.addTailOverwriting(n.partial);
  }
}
