// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;
import vacate.slub.Vacated;

/**
 * The smallest set of changes to the posted patch under which every claim of it that can hold does
 * hold. What stays false is wording: C4 and C8 (a slab may be on its way to the page allocator), C7
 * (the barrier of slab_lock matters for slabs of any age), C9 (an empty slab may be kept on the
 * partial list), C10 (new_slab sets inuse without the lock), C12 and C18 (shrink and destroy move
 * slabs under list_lock, a CPU's own slab needs no lock), C16 (a slab that stays full goes to no
 * partial list).
 */
public class Corrected extends Slub {
  public Corrected(Machine machine) {
    super(machine);
  }

  /**
   * Cures {@code abort-reports-success} (a) and {@code stale-null-cache} (b): 1 only if every
   * object is out of the page and the page left the cache, for which {@link #putBack} sees.
   */
  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public int returnValue(Vacated end, int vacated) {
    return end == Vacated.EMPTIED ? 1 : 0;
  }

  /**
   * Cures {@code kept-slab-reports-success} (a2): a slab that was emptied is discarded, however
   * short the partial list is. The page is what the caller wanted.
   */
  @Override
  @Kernel("__kmem_cache_vacate")
  protected void putBack(Cpu cpu, KmemCache s, Page page) {
    if (page.inuse == 0) {
      clearSlabFrozen(cpu, page);
      slabUnlock(cpu, page);
      discardSlab(cpu, s, page);
    } else {
      unfreezeSlab(cpu, s, page);
    }
  }

  /**
   * Cures {@code dying-slab-revived} (c), {@code lock-bit-lost} (d1) and {@code lock-bit-stuck}
   * (d2): the slab is unmade under its lock. Between the caller's unlock and this lock it is empty,
   * on no list and not frozen, so nobody allocates from it and a vacate that gets in gives up.
   *
   * <p>Where list_lock is held (shrink, destroy) the order of locks is inverted. That is safe as
   * long as whoever holds this slab's lock does not want list_lock: a vacate gives up before it
   * would, and shrink has taken the slab off the list under both locks. {@code kmem_cache_destroy}
   * has not. A free that is not over when the cache is destroyed, which the contract of destroy
   * excludes, holds the slab lock and wants list_lock to take the slab off the list: a deadlock,
   * where the posted code takes it off twice.
   */
  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    slabLock(cpu, page);
    super.retireSlab(cpu, page);
    slabUnlock(cpu, page);
  }

  /**
   * Cures {@code debug-flag-clobbers-lock} (d4): SlabDebug is set while nobody can find the page,
   * so nobody holds its lock when the word is written non-atomically.
   */
  @Override
  @Kernel("new_slab")
  protected void markSlab(KmemCache s, Page page) {
    if (slabDebugWanted(s)) {
      setSlabDebug(page);
    }
    setPageSlab(page);
  }

  /**
   * Cures {@code use-after-destroy} (g1) and {@code unfreeze-after-destroy} (g2): no cache is
   * destroyed while a vacate is under way, {@code down_read_trylock(&slub_lock)}. It only tries, so
   * that it cannot deadlock with a caller inside.
   */
  @Override
  @Kernel("kmem_cache_vacate")
  protected boolean keepCaches(Cpu cpu) {
    return slubLock.downReadTrylock(cpu);
  }

  /** Lets them go, {@code up_read(&slub_lock)}. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void letCachesGo(Cpu cpu, Vacated end) {
    if (end != Vacated.CACHES_BUSY) {
      slubLock.upRead(cpu);
    }
  }

  /** The other half of it: slub_lock is held until the cache is freed. */
  @Override
  @Kernel("kmem_cache_destroy")
  protected void tearDown(Cpu cpu, KmemCache s) {
    closeAndFree(cpu, s);
    slubLock.upWrite();
  }

  /**
   * Cures {@code callback-after-destroy} (rcu), as the kernel did in 2009: a cache whose slabs wait
   * for grace periods is freed when all of them are over. slub_lock is held meanwhile; a vacate
   * only tries for it, and so still comes to its end.
   */
  @Override
  @Kernel("kmem_cache_destroy")
  protected void awaitCallbacks(Cpu cpu, KmemCache s) {
    if ((s.flags & SlabFlag.SLAB_DESTROY_BY_RCU) != 0) {
      rcuBarrier(cpu);
    }
  }

  /**
   * Cures {@code compound-page-bug-on} (j): a head page may be pinned; a tail has no count of its
   * own and fails. As later kernels: {@code VM_BUG_ON(PageTail(page))} is a plain refusal here.
   */
  @Override
  @Kernel("get_page_unless_zero")
  protected boolean getPageUnlessZero(Page page) {
    return page.count.incNotZero();
  }

  /**
   * Cures {@code uninitialised-object-kicked} (l): without a constructor an object may be in any
   * state after it was allocated, so {@code get} may not look at it. As the versions since 2017.
   *
   * <p>It holds for whoever calls {@code get}: {@code kmem_cache_shrink} and {@code
   * kmem_cache_defrag} of such a cache still free its empty slabs and sort the others, and no
   * longer vacate the sparse ones.
   */
  @Override
  @Kernel("kmem_cache_vacate")
  protected boolean canKick(KmemCache s) {
    return s.ctor != null && super.canKick(s);
  }

  /**
   * Cures the leak of 2.6.22 in {@code __slab_alloc}: the CPU's own slab is put back, the new one
   * used.
   */
  @Override
  @Kernel("__slab_alloc")
  protected boolean cpuSlabAppeared(Cpu cpu, KmemCache s, Page fresh, Page own) {
    flushSlab(cpu, s, own);
    return false;
  }
}
