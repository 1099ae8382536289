// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * The smallest set of changes to {@link Posted20070518} under which nothing that is known to be
 * wrong with it shows.
 */
public final class Corrected20070518 extends Posted20070518 {
  public Corrected20070518(Machine machine) {
    super(machine);
  }

  /**
   * Cures {@code dying-slab-revived} (c), {@code lock-bit-lost} (d1) and {@code lock-bit-stuck}
   * (d2): the slab is unmade under its lock, {@link Corrected#retireSlab} says why that is safe.
   */
  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    slabLock(cpu, page);
    super.retireSlab(cpu, page);
    slabUnlock(cpu, page);
  }

  /** Cures {@code debug-flag-clobbers-lock} (d4): SlabDebug is set while nobody finds the page. */
  @Override
  @Kernel("new_slab")
  protected void markSlab(KmemCache s, Page page) {
    markSlabLast(s, page);
  }

  /** Cures {@code reference-leaked-on-oom} (m1): where there was no memory it is put, too. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void unpin(Cpu cpu, Page page, Vacated end) {
    if (end == Vacated.NO_MEMORY) {
      machine.pages.putPage(cpu, page);
    }
  }

  /** Cures {@code kept-slab-reports-success} (a2): a slab that was emptied is discarded. */
  @Override
  @Kernel("__kmem_cache_vacate")
  protected void putBack(Cpu cpu, KmemCache s, Page page) {
    if (page.inuse == 0) {
      discardEmptied(cpu, s, page);
    } else {
      super.putBack(cpu, s, page);
    }
  }

  /** Cures {@code sorted-slabs-lost} (M2): what is sorted is spliced back. */
  @Override
  @Kernel(value = "sort_partial_list", inlined = true)
  protected boolean isWorthSorting(KmemCacheNode n) {
    return true;
  }

  /**
   * Cures {@code use-after-destroy} (g1): no cache is destroyed meanwhile, {@code
   * down_read_trylock(&slub_lock)}.
   */
  @Override
  @Kernel("kmem_cache_vacate")
  public Vacated.Told vacateAndTell(Cpu cpu, Page page) {
    return keepingCaches(cpu, () -> super.vacateAndTell(cpu, page));
  }

  /** The other half of it: slub_lock is held until the cache is freed. */
  @Override
  @Kernel("kmem_cache_destroy")
  protected void tearDown(Cpu cpu, KmemCache s) {
    freeUnderSlubLock(cpu, s);
  }

  /** Cures {@code compound-page-bug-on} (j): a head page may be pinned. */
  @Override
  @Kernel("get_page_unless_zero")
  protected boolean getPageUnlessZero(Page page) {
    return page.count.incNotZero();
  }
}
