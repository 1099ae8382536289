// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.Kmalloc;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.Vacated;

/**
 * The smallest set of changes to {@link Posted20070707} under which nothing that is known to be
 * wrong with it shows: those of {@link Corrected}, and two of its own.
 */
public final class Corrected20070707 extends Posted20070707 {
  public Corrected20070707(Machine machine) {
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

  /** Cures {@code abort-reports-success} (a): 1 only if every object is out of the page. */
  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public int returnValue(Vacated end, int vacated) {
    return end == Vacated.EMPTIED ? 1 : 0;
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

  /** Cures {@code bitmap-behind-vector} (J1): the bitmap is on the stack, as it was in June. */
  @Override
  @Kernel(value = "__kmem_cache_vacate", inlined = true)
  protected void fillBitmap(Cpu cpu, KmemCache s, long[] scratch) {}

  /**
   * Cures {@code scratch-leaked} (J2), and {@code scratch-too-small} (J3): the memory is allocated
   * when slub_lock is held, and no cache comes any more.
   */
  @Override
  @Kernel("kmem_cache_defrag")
  public int kmemCacheDefrag(Cpu cpu, int percent) {
    if (!slubLock.downReadTrylock(cpu)) {
      return 0;
    }
    long[] scratch = allocScratchForAll(cpu);
    int pages = scratch == null ? 0 : defragAll(cpu, scratch);
    slubLock.upRead(cpu);
    Kmalloc.kfree(cpu, scratch);
    return pages;
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
