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
 * Defragmentation of whole caches: sort the partial list, free what is empty, vacate what is nearly
 * so.
 *
 * <p>Source: message 20070618095916.297690463@sgi.com, {@code sort_partial_list} to {@code
 * kmem_cache_defrag}.
 */
abstract class SlabShrink extends SlabVacate {
  /** {@code MAX_PARTIAL}: a longer partial list is worth work. */
  public static final int MAX_PARTIAL = 10;

  static final int ENOMEM = 12;

  /** {@code slub_lock}: protects {@code slab_caches} and the creation and destruction of caches. */
  public final RwSemaphore slubLock;

  /** {@code slab_caches}. */
  public final ListHead slabCaches = ListHead.head();

  SlabShrink(Machine machine) {
    super(machine);
    slubLock = new RwSemaphore(machine.cpus.length);
  }

  /**
   * {@code kmem_cache_shrink}.
   *
   * @return 0, or -ENOMEM
   */
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    flushAll(cpu, s);
    long[] scratch = Kmalloc.kmalloc(cpu, s.objects);
    if (scratch == null) {
      return -ENOMEM;
    }
    __kmemCacheShrink(cpu, s, scratch);
    Kmalloc.kfree(cpu, scratch);
    return 0;
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
      zapSparse(cpu, s, n, zaplist);
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    while (!zaplist.isEmpty()) {
      Page page = Page.of(zaplist.next);
      boolean irqs = cpu.localIrqSave();
      slabLock(cpu, page);
      // The kernel overwrites the link; here an entry must be off its list before it is added to
      // one.
      page.lru.del();
      if (__kmemCacheVacate(cpu, s, page, irqs, scratch) == 0) {
        freed++;
      }
    }
    return freed;
  }

  /**
   * {@code sort_partial_list} [list_lock held]: fullest first, empty slabs freed.
   *
   * @return number of slabs freed
   */
  @Kernel("sort_partial_list")
  private int sortPartialList(Cpu cpu, KmemCache s, KmemCacheNode n, long[] scratch) {
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
      if (page.inuse == 0 && slabTrylock(cpu, page)) {
        page.lru.del();
        n.nrPartial--;
        slabUnlock(cpu, page);
        discardSlab(cpu, s, page);
        freed++;
      } else {
        int inuse = page.inuse;
        KernelBug.bugOn(
            inuse >= byInuse.length, "sort_partial_list", "inuse leads out of slabs_by_inuse");
        page.lru.moveTo(byInuse[inuse]);
      }
      at = following;
    }
    for (int i = byInuse.length - 1; i >= 0; i--) {
      byInuse[i].spliceBehind(n.partial.last());
    }
    return freed;
  }

  /** [list_lock held] Freezes slabs from the sparse end while the list is too long. */
  @Kernel("__kmem_cache_shrink")
  private void zapSparse(Cpu cpu, KmemCache s, KmemCacheNode n, ListHead zaplist) {
    while (n.nrPartial > MAX_PARTIAL) {
      Page page = Page.of(n.partial.last());
      if (page.inuse > s.objects / 4 || !slabTrylock(cpu, page)) {
        return;
      }
      page.lru.moveToTail(zaplist);
      n.nrPartial--;
      setSlabFrozen(page);
      slabUnlock(cpu, page);
    }
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
  private int __kmemCacheDefrag(Cpu cpu, KmemCache s, int percent, long[] scratch) {
    KmemCacheNode n = s.getNode();
    if (n.nrPartial <= MAX_PARTIAL) {
      return 0;
    }
    long slabs = n.nrSlabs.read();
    long used = (slabs - n.nrPartial) * s.objects + countPartial(cpu, n);
    if (used * 100 / (slabs * s.objects) > percent) {
      return 0;
    }
    return __kmemCacheShrink(cpu, s, scratch) << s.order;
  }

  /** {@code count_partial}: objects in use on the partial list. */
  @Kernel("__kmem_cache_defrag")
  private static long countPartial(Cpu cpu, KmemCacheNode n) {
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    long inuse = 0;
    for (ListHead at = n.partial.next; at != n.partial; at = at.next) {
      inuse += Page.of(at).inuse;
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    return inuse;
  }
}
