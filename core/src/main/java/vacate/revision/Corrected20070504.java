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
 * The smallest set of changes to the first version under which nothing that is known to be wrong
 * with it shows; {@link Posted20070504Fix}, which was posted 48 minutes later, is one of them.
 */
public final class Corrected20070504 extends Posted20070504Fix {
  public Corrected20070504(Machine machine) {
    super(machine);
  }

  /**
   * Cures {@code dying-slab-revived} (c), {@code null-cache-under-lock} (h1), d1 and d2: the slab
   * is unmade under its lock, {@link Corrected#retireSlab} says why that is safe.
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

  /** Cures {@code callbacks-not-asked-for} (R4): they are asked for before the slab is frozen. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected Vacated underLock(Page page) {
    Vacated end = super.underLock(page);
    return end.aborted || canKick(cacheOf(page)) ? end : Vacated.NO_OPS;
  }

  /**
   * Cures {@code empty-slab-stays-locked} (R2) and {@code empty-slab-leaves-interrupts-off} (F1):
   * an empty slab is put back, too.
   */
  @Override
  @Kernel("__kmem_cache_vacate")
  protected int __kmemCacheVacate(Cpu cpu, KmemCache s, Page page, boolean flags, long[] vector) {
    if (page.inuse != 0) {
      return super.__kmemCacheVacate(cpu, s, page, flags, vector);
    }
    putBack(cpu, s, page);
    restoreInterrupts(cpu, flags);
    return 0;
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

  /** Cures {@code shrink-stops-with-a-lock} (R3): it looks before it locks. */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected boolean isForZaplist(Cpu cpu, KmemCache s, Page page) {
    return page.inuse <= s.objects / 4 && slabTrylock(cpu, page);
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
