// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * The smallest set of changes to {@link Posted20070831} under which nothing that is known to be
 * wrong with it shows.
 */
public final class Corrected20070831 extends Posted20070831 {
  public Corrected20070831(Machine machine) {
    super(machine);
  }

  /**
   * Cures {@code page-lock-taken} (G2) and {@code new-slab-clobbers-lock} (G3): a reference is held
   * from before the first look, so that the page that is locked is the one that was looked at.
   */
  @Override
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated kmemCacheIsolateSlab(Cpu cpu, Page page) {
    return referenced(cpu, page, () -> super.kmemCacheIsolateSlab(cpu, page));
  }

  /**
   * Cures {@code dying-slab-isolated} (G1) and what c, d1, d2 are about: the slab is unmade under
   * its lock, with all flags that it has. That {@link #__freeSlab} then finds no SlabDebug is part
   * of it; it has no lock.
   */
  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    slabLock(cpu, page);
    super.retireSlab(cpu, page);
    if (slabDebug(page)) {
      clearSlabDebug(page);
    }
    slabUnlock(cpu, page);
  }

  @Override
  public int flagsUntilFreed(int flags) {
    return 0;
  }

  /** Cures {@code debug-flag-clobbers-lock} (d4): SlabDebug is set while nobody finds the page. */
  @Override
  @Kernel("new_slab")
  protected void markSlab(KmemCache s, Page page) {
    markSlabLast(s, page);
  }

  /** Cures {@code kept-slab-reports-success} (a2): a slab that was emptied is discarded. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void putBack(Cpu cpu, KmemCache s, Page page, boolean tail) {
    if (page.inuse == 0) {
      discardEmptied(cpu, s, page);
    } else {
      super.putBack(cpu, s, page, tail);
    }
  }

  /** Cures {@code slabs-stay-frozen} (G5): without memory the slabs are put back. */
  @Override
  @Kernel("kmem_cache_reclaim")
  protected void giveUp(Cpu cpu, ListHead zaplist) {
    unfreezeAll(cpu, zaplist);
  }

  /** Cures {@code empty-slabs-still-counted} (G6). */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected void takeOff(KmemCacheNode n, Page page) {
    takeOffCounted(n, page);
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
