// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * SLUB as posted on 18 June 2007, all of it; a cache's life is here, the rest in the floors below.
 * Each method says which kernel function it is, or is a part of: {@link Kernel}.
 *
 * <pre>
 *   SlabState      slab_lock, and the flags in its word
 *   SlabObjects    objects: free pointers, poison, red zones, tracks
 *   SlabLists      the partial and full lists
 *   SlabDebugging  the checks of slabs with SlabDebug
 *   SlabPages      new_slab and discard_slab
 *   CpuSlabs       unfreeze_slab, and what a CPU has for itself
 *   SlabAlloc      __slab_alloc
 *   SlabFree       __slab_free
 *   SlabVacate     kmem_cache_vacate: the patch
 *   SlabShrink     kmem_cache_shrink and kmem_cache_defrag
 * </pre>
 *
 * <p>What is not ported: NUMA (one node), merging of caches, sysfs, bootstrap; {@code POISON_END}
 * in an object's last byte, since memory has words here, not bytes; and the checks of {@code
 * __free_slab}, which 2.6.22 never makes: {@code discard_slab} has cleared SlabDebug by then.
 */
public class Slub extends SlabShrink {
  public Slub(Machine machine) {
    super(machine);
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
      slabCaches.add(s.list);
    }
    slubLock.upWrite();
    return s;
  }

  /**
   * {@code kmem_cache_destroy}. The caller has freed all objects; else the cache goes all the same.
   * It does not wait for the grace periods of the cache's own slabs, as 2.6.22 does not: the
   * callback of one that is queued reads the freed cache.
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
    s.poison(machine.memMap.nowhere);
    Kmalloc.kfree(cpu, s);
  }

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

  /** {@code kmem_ptr_validate}: whether the address is an object of the cache. No lock. */
  @Kernel("kmem_ptr_validate")
  public boolean kmemPtrValidate(KmemCache s, long object) {
    Page page = machine.memMap.virtToHeadPage(object);
    return page.isSlab() && page.slab == s && checkValidPointer(s, page, object);
  }
}
