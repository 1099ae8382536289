// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Slub;
import vacate.slub.Vacated;

/**
 * Steps as the cures of several versions of 2007 and 2008 take them, where posted they are others;
 * no version takes one of itself. Those of June are in {@link Corrected}, with why they are safe.
 */
abstract class CuredSteps extends Slub {
  /** A vacate as it was posted. */
  protected interface Vacating {
    Vacated.Told vacate();
  }

  /** An isolate as it was posted. */
  protected interface Isolating {
    Vacated isolate();
  }

  CuredSteps(Machine machine) {
    super(machine);
  }

  /** The flags of a new slab: SlabDebug is set while nobody finds the page (d4). */
  @Kernel(value = "new_slab", inlined = true)
  protected final void markSlabLast(KmemCache s, Page page) {
    if (slabDebugWanted(s)) {
      setSlabDebug(page);
    }
    setPageSlab(page);
  }

  /** The end of a vacate that has emptied the slab [slab lock held]: it is not kept (a2). */
  @Kernel(value = "__kmem_cache_vacate", inlined = true)
  protected final void discardEmptied(Cpu cpu, KmemCache s, Page page) {
    clearSlabFrozen(cpu, page);
    slabUnlock(cpu, page);
    discardSlab(cpu, s, page);
  }

  /** Looks at a page, and isolates its slab, with a reference from before to the end (G2, G3). */
  @Kernel(value = "kmem_cache_isolate_slab", inlined = true)
  protected final Vacated referenced(Cpu cpu, Page page, Isolating posted) {
    if (!getPageUnlessZero(page)) {
      return Vacated.NO_PAGE;
    }
    Vacated end = posted.isolate();
    machine.pages.putPage(cpu, page);
    return end;
  }

  /** Puts back what was frozen to be reclaimed, for which there is no memory (G5). */
  @Kernel(value = "kmem_cache_reclaim", inlined = true)
  protected final void unfreezeAll(Cpu cpu, ListHead zaplist) {
    while (!zaplist.isEmpty()) {
      Page page = Page.of(zaplist.next);
      boolean flags = cpu.localIrqSave();
      slabLock(cpu, page);
      page.lru.del();
      unfreezeSlab(cpu, cacheOf(page), page);
      cpu.localIrqRestore(flags);
    }
  }

  /** Takes a slab off the partial list [list_lock held], and counts nr_partial down (G6). */
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected static void takeOffCounted(KmemCacheNode n, Page page) {
    page.lru.del();
    n.nrPartial--;
  }

  /**
   * No cache is destroyed while a vacate is under way, {@code down_read_trylock(&slub_lock)} (g1).
   */
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  protected final Vacated.Told keepingCaches(Cpu cpu, Vacating posted) {
    if (!slubLock.downReadTrylock(cpu)) {
      return told(Vacated.CACHES_BUSY, 0);
    }
    Vacated.Told told = posted.vacate();
    slubLock.upRead(cpu);
    return told;
  }

  /** The end of {@code kmem_cache_destroy}: slub_lock is held until the cache is freed (g1). */
  @Kernel(value = "kmem_cache_destroy", inlined = true)
  protected final void freeUnderSlubLock(Cpu cpu, KmemCache s) {
    closeAndFree(cpu, s);
    slubLock.upWrite();
  }
}
