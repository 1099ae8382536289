// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.kernel.RwSemaphore;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * SLUB as posted on 18 June 2007, all of it. Each method says which kernel function it is, or is a
 * part of: {@link Kernel}. The floors:
 *
 * <pre>
 *   Slub           caches: their life, kmem_cache_shrink and kmem_cache_defrag
 *   SlabVacate     kmem_cache_vacate: the patch
 *   AllocAndFree   objects: __slab_alloc and __slab_free
 *   SlabPages      slabs: new_slab, unfreeze_slab, discard_slab
 *   SlabState      slab_lock, and the flags in its word
 * </pre>
 *
 * <p>All call what no revision changes: {@link SlabObjects} for free pointers, poison, red zones
 * and tracks, {@link SlabLists} for the partial and full lists, {@link SlabDebugging} for the
 * checks of slabs with SlabDebug.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code kmem_cache_create} to {@code kmem_cache_destroy},
 * and message 20070618095916.297690463@sgi.com, {@code sort_partial_list} to {@code
 * kmem_cache_defrag}.
 */
public class Slub extends SlabVacate {
  /** {@code MAX_PARTIAL}: a longer partial list is worth work. */
  public static final int MAX_PARTIAL = 10;

  /** Memory was not to be had. */
  protected static final int ENOMEM = 12;

  /** There is no such call. */
  public static final int ENOSYS = 38;

  /** {@code slub_lock}: protects {@code slab_caches} and the creation and destruction of caches. */
  public final RwSemaphore slubLock;

  /** {@code slab_caches}. */
  public final ListHead slabCaches = ListHead.head();

  public Slub(Machine machine) {
    super(machine);
    slubLock = new RwSemaphore(machine.cpus.length);
  }

  /**
   * {@code kmem_cache_create}.
   *
   * @param objsize size of an object, in words
   * @param order binary logarithm of the pages of a slab
   * @param flags {@link SlabFlag}s
   * @param ctor constructor, or null
   * @param ops how objects are given up, or null for {@link KmemCacheOps#NONE}
   * @return the cache, or null if memory is exhausted
   * @throws KernelBug if a slab would hold no object or more than {@link KmemCache#MAX_OBJECTS}
   */
  @Kernel("kmem_cache_create")
  public KmemCache kmemCacheCreate(
      Cpu cpu, String name, int objsize, int order, int flags, Constructor ctor, KmemCacheOps ops) {
    slubLock.downWrite(cpu);
    KmemCache s = null;
    if (Kmalloc.kmalloc(cpu, 1) != null) {
      s = new KmemCache(name, machine.cpus.length);
      s.objsize = objsize;
      s.order = order;
      s.flags = flags;
      s.ctor = ctor;
      s.ops = ops == null ? KmemCacheOps.NONE : ops;
      s.calculateSizes(machine.memMap.pageWords);
      KernelBug.bugOn(
          s.objects < 1 || s.objects > KmemCache.MAX_OBJECTS,
          "kmem_cache_create",
          "1 to 64 objects in a slab");
      enlist(s);
    }
    slubLock.upWrite();
    return s;
  }

  /** Puts a new cache on {@code slab_caches} [slub_lock held for writing]. */
  @Kernel("kmem_cache_create")
  protected void enlist(KmemCache s) {
    slabCaches.add(s.list);
  }

  /**
   * {@code kmem_cache_destroy}. The caller has freed all objects; else the cache goes all the same.
   */
  @Kernel("kmem_cache_destroy")
  public void kmemCacheDestroy(Cpu cpu, KmemCache s) {
    slubLock.downWrite(cpu);
    s.refcount--;
    if (s.refcount != 0) {
      slubLock.upWrite();
      return;
    }
    s.list.del();
    tearDown(cpu, s);
  }

  /**
   * The end of {@code kmem_cache_destroy}: slub_lock, held for writing, is dropped first. The
   * series stands on "SLUB: Move sysfs operations outside of slub_lock" (message
   * Pine.LNX.4.64.0706081345520.2447@schroedinger.engr.sgi.com, 8 June 2007), which made it so;
   * plain 2.6.22 held it to the end.
   */
  @Kernel("kmem_cache_destroy")
  protected void tearDown(Cpu cpu, KmemCache s) {
    slubLock.upWrite();
    closeAndFree(cpu, s);
  }

  /** Closes the cache, warns if that failed, and frees it. */
  @Kernel("kmem_cache_destroy")
  protected final void closeAndFree(Cpu cpu, KmemCache s) {
    if (!kmemCacheClose(cpu, s)) {
      cpu.complain("kmem_cache_destroy: WARN_ON(1), objects left");
    }
    awaitCallbacks(cpu, s);
    s.poison(machine.memMap.nowhere);
    Kmalloc.kfree(cpu, s);
  }

  /**
   * Waits for the grace periods of the cache's own slabs. 2.6.22 does not: a callback that is still
   * queued reads the freed cache.
   */
  @Kernel("kmem_cache_destroy")
  protected void awaitCallbacks(Cpu cpu, KmemCache s) {}

  /**
   * {@code kmem_cache_close}: whether no slab is left. In C the call on the right of {@code
   * nr_partial -= free_list()} comes before the load of {@code nr_partial}, in Java behind it.
   */
  @Kernel("kmem_cache_close")
  boolean kmemCacheClose(Cpu cpu, KmemCache s) {
    flushAll(cpu, s);
    KmemCacheNode n = s.getNode();
    int slabsInuse = freeList(cpu, s, n);
    n.nrPartial -= slabsInuse;
    return n.nrSlabs.read() == 0;
  }

  /**
   * {@code free_list}: discards the empty slabs of the partial list, under list_lock alone.
   *
   * @return number of slabs that are in use
   */
  @Kernel("free_list")
  private int freeList(Cpu cpu, KmemCache s, KmemCacheNode n) {
    int slabsInuse = 0;
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    ListHead at = n.partial.next;
    while (at != n.partial) {
      Page page = Page.of(at);
      ListHead following = at.next;
      if (page.inuse == 0) {
        page.lru.del();
        discardSlab(cpu, s, page);
      } else {
        slabsInuse++;
      }
      at = following;
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    return slabsInuse;
  }

  /**
   * {@code kmem_cache_shrink}.
   *
   * @return 0, or -ENOMEM
   */
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    flushAll(cpu, s);
    long[] scratch = allocScratch(cpu, s);
    if (scratch == null) {
      return -ENOMEM;
    }
    __kmemCacheShrink(cpu, s, scratch);
    Kmalloc.kfree(cpu, scratch);
    return 0;
  }

  /**
   * {@code kmem_cache_move}, a call of 2019: all objects of a cache go to another node, as far as
   * its slabs are on a list.
   *
   * @return 0, -ENOMEM, or -ENOSYS in the versions that do not have it
   */
  @Kernel(value = "kmem_cache_move", inlined = true)
  public int kmemCacheMove(Cpu cpu, KmemCache s) {
    return -ENOSYS;
  }

  /**
   * {@code kmem_cache_move_slabs}, a call of 2019: the objects of so many full slabs go to another
   * node.
   *
   * @return number of slabs, -ENOMEM, or -ENOSYS in the versions that do not have it
   */
  @Kernel(value = "kmem_cache_move_slabs", inlined = true)
  public int kmemCacheMoveSlabs(Cpu cpu, KmemCache s, int num) {
    return -ENOSYS;
  }

  /** What kmem_cache_shrink sorts slabs in, and then collects objects in; or null. */
  @Kernel(value = "kmem_cache_shrink", inlined = true)
  protected long[] allocScratch(Cpu cpu, KmemCache s) {
    return Kmalloc.kmalloc(cpu, s.objects);
  }

  /**
   * {@code __kmem_cache_shrink}: what stays on the zaplist is frozen and nobody's until it is
   * vacated.
   *
   * @return number of slabs that were freed or emptied
   */
  @Kernel("__kmem_cache_shrink")
  protected int __kmemCacheShrink(Cpu cpu, KmemCache s, long[] scratch) {
    KmemCacheNode n = s.getNode();
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    int freed = sortPartialList(cpu, s, n, scratch);
    ListHead zaplist = ListHead.head();
    if (canKick(s)) {
      while (n.nrPartial > MAX_PARTIAL) {
        Page page = Page.of(n.partial.last());
        if (!isForZaplist(cpu, s, page)) {
          break;
        }
        page.lru.moveToTail(zaplist);
        n.nrPartial--;
        setSlabFrozen(cpu, page);
        slabUnlock(cpu, page);
      }
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    while (!zaplist.isEmpty()) {
      if (vacateFirst(cpu, s, zaplist, scratch) == 0) {
        freed++;
      }
    }
    return freed;
  }

  /**
   * Whether a slab is worth the work [list_lock held].
   *
   * @return whether it is; it is then locked
   */
  @Kernel("__kmem_cache_shrink")
  protected boolean isForZaplist(Cpu cpu, KmemCache s, Page page) {
    return page.inuse <= s.objects / 4 && slabTrylock(cpu, page);
  }

  /**
   * Vacates the first slab of the zaplist. The kernel overwrites the link; here an entry must be
   * off its list before it is added to one.
   *
   * @return number of objects left
   */
  @Kernel("__kmem_cache_shrink")
  protected int vacateFirst(Cpu cpu, KmemCache s, ListHead zaplist, long[] scratch) {
    Page page = Page.of(zaplist.next);
    boolean flags = cpu.localIrqSave();
    slabLock(cpu, page);
    page.lru.del();
    return __kmemCacheVacate(cpu, s, page, flags, scratch);
  }

  /**
   * {@code sort_partial_list} [list_lock held]: fullest first, empty slabs freed.
   *
   * @return number of slabs freed
   */
  @Kernel("sort_partial_list")
  protected int sortPartialList(Cpu cpu, KmemCache s, KmemCacheNode n, long[] scratch) {
    KernelBug.bugOn(
        scratch == null,
        "sort_partial_list",
        "NULL pointer dereference, the kmalloc was not tested");
    int freed = 0;
    ListHead[] byInuse = new ListHead[s.objects];
    for (int i = 0; i < byInuse.length; i++) {
      byInuse[i] = ListHead.head();
    }
    ListHead at = n.partial.next;
    while (at != n.partial) {
      Page page = Page.of(at);
      ListHead following = at.next;
      int seen = page.inuse;
      if (seen == 0 && slabTrylock(cpu, page)) {
        page.lru.del();
        n.nrPartial--;
        slabUnlock(cpu, page);
        discardSlab(cpu, s, page);
        freed++;
      } else if (isWorthSorting(n)) {
        int inuse = inuseToSortBy(page, seen);
        KernelBug.bugOn(
            inuse >= byInuse.length, "sort_partial_list", "inuse leads out of slabs_by_inuse");
        page.lru.moveTo(byInuse[inuse]);
      }
      at = following;
    }
    if (isWorthSorting(n)) {
      for (int i = byInuse.length - 1; i >= 0; i--) {
        byInuse[i].spliceBehind(n.partial.last());
      }
    }
    return freed;
  }

  /** In June inuse is read a second time. */
  @Kernel(value = "sort_partial_list", inlined = true)
  protected int inuseToSortBy(Page page, int seen) {
    return page.inuse;
  }

  /** In June every list is; whether it still is at the end was asked before, too. */
  @Kernel(value = "sort_partial_list", inlined = true)
  protected boolean isWorthSorting(KmemCacheNode n) {
    return true;
  }

  @Override
  @Kernel("kmem_cache_defrag")
  public int kmemCacheDefrag(Cpu cpu, int percent) {
    if (!slubLock.downReadTrylock(cpu)) {
      return 0;
    }
    int pages = 0;
    for (ListHead at = slabCaches.next; at != slabCaches; at = at.next) {
      KmemCache s = (KmemCache) at.container;
      if (s.ops.kick() != null) {
        long[] scratch = Kmalloc.kmalloc(cpu, s.objects);
        pages += __kmemCacheDefrag(cpu, s, percent, scratch);
        Kmalloc.kfree(cpu, scratch);
      }
    }
    slubLock.upRead(cpu);
    return pages;
  }

  /** {@code __kmem_cache_defrag}: nothing while the list is short or the slabs are well filled. */
  @Kernel("__kmem_cache_defrag")
  protected int __kmemCacheDefrag(Cpu cpu, KmemCache s, int percent, long[] scratch) {
    KmemCacheNode n = s.getNode();
    if (n.nrPartial <= MAX_PARTIAL) {
      return 0;
    }
    long slabs = n.nrSlabs.read();
    long used = (slabs - n.nrPartial) * s.objects + SlabLists.countPartial(cpu, n);
    if (used * 100 / (slabs * s.objects) > percent) {
      return 0;
    }
    return __kmemCacheShrink(cpu, s, scratch) << s.order;
  }
}
