// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Barriers;
import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * The smallest set of changes to {@link Posted20071106} under which nothing that is known to be
 * wrong with it shows.
 */
public final class Corrected20071106 extends Posted20071106 {
  public Corrected20071106(Machine machine) {
    super(machine);
  }

  /** Cures {@code nothing-is-isolated} (N1): a slab in use has one reference. */
  @Override
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated firstLook(Page page) {
    return unreclaimable(page.flags.read(), Vacated.NOT_SLAB);
  }

  /** Cures {@code wrong-word-tested} (N2): {@code state} has the page's flags. */
  @Override
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated lookUnderLock(Cpu cpu, Page page, boolean flags) {
    if (!has(cpu, SLAB)) {
      return Vacated.GONE;
    }
    if (has(cpu, FROZEN)) {
      return Vacated.FROZEN;
    }
    return page.inuse == 0 ? Vacated.EMPTY : null;
  }

  /** Cures {@code frozen-slab-is-a-bug} (N3). */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void checkUnderLock(Cpu cpu) {
    KernelBug.bugOn(!has(cpu, FROZEN), "kmem_cache_vacate", "BUG_ON(!(state & FROZEN))");
  }

  /**
   * Cures {@code page-lock-taken} (G2), {@code live-slab-loses-pageslab} (N6) and {@code
   * slab-born-locked} (h2): a reference is held from before the first look, so that the page that
   * is locked is the one that was looked at.
   */
  @Override
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated kmemCacheIsolateSlab(Cpu cpu, Page page) {
    return referenced(cpu, page, () -> super.kmemCacheIsolateSlab(cpu, page));
  }

  /**
   * Cures {@code pageslab-resurrected} (N4): the slab is unmade under its lock, and so through
   * {@code state}; else the unlock would store PageSlab again.
   */
  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    slabLock(cpu, page);
    page.resetMapcount();
    clear(cpu, SLAB | 1 << PageFlag.PG_ERROR);
    slabUnlock(cpu, page);
  }

  @Override
  public int flagsUntilFreed(int flags) {
    return 0;
  }

  /**
   * Cures {@code unlock-is-no-release} (L3): {@code smp_mb} in the place of {@code smp_wmb}, so
   * that no load of the holder's passes the unlock.
   */
  @Override
  @Kernel("slab_unlock")
  protected void slabUnlock(Cpu cpu, Page page) {
    Barriers.smpMb();
    super.slabUnlock(cpu, page);
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
