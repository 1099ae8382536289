// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Vacated;

/**
 * Lumpy reclaim takes slabs: {@code kmem_cache_isolate_slab} freezes one that it finds by its page
 * and puts it on a list, {@code kmem_cache_reclaim} vacates all that are on it. Messages
 * 20070901014221.388656209@sgi.com (9/26) and 20070901014222.073887169@sgi.com (12/26), 31 August
 * 2007, without 13/26.
 *
 * <p>A vacate of one page is what reclaim does for it: isolate, with interrupts off; a list of that
 * one page; reclaim. It returns how many slabs reclaim counts as freed.
 *
 * <p>What no other CPU can tell apart is left as it was in June: the free objects of a CPU's own
 * slab are found through its page, not through a {@code kmem_cache_cpu}, which also has the place
 * of the free pointer. inuse, which has 32 bits by then, keeps 16; slab and mapping stay one word,
 * which for this tree was not confirmed. {@code zone->lru_lock}, which nobody else wants here, is
 * left out; so are the printks of 26/26, and the checks of objects in {@code __free_slab}.
 */
public class Posted20070831 extends ReclaimByList {
  public Posted20070831(Machine machine) {
    super(machine);
  }

  /** And {@code kmem_cache_setup_defrag}: {@code BUG_ON(!s->ctor)}. */
  @Override
  @Kernel("kmem_cache_create")
  protected void enlist(KmemCache s) {
    KernelBug.bugOn(
        s.ops.kick() != null && s.ctor == null, "kmem_cache_setup_defrag", "BUG_ON(!s->ctor)");
    super.enlist(s);
  }

  // ---- slabs

  /** SlabDebug is no matter of discard_slab any more. */
  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    page.resetMapcount();
    clearPageSlab(page);
  }

  @Override
  public int flagsUntilFreed(int flags) {
    return (flags & SlabFlag.DEBUG_FLAGS) == 0 ? 0 : 1 << PageFlag.PG_ERROR;
  }

  /** {@code __free_slab}: it is cleared here. */
  @Override
  @Kernel("__free_slab")
  protected void __freeSlab(Cpu cpu, KmemCache s, Page page) {
    if (slabDebug(page)) {
      clearSlabDebug(page);
    }
    super.__freeSlab(cpu, s, page);
  }

  // ---- isolate

  /** {@code isolate_lru_pages} meets the page, and what it took is reclaimed. */
  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public Vacated.Told vacateAndTell(Cpu cpu, Page page) {
    ListHead slabPages = ListHead.head();
    boolean flags = cpu.localIrqSave();
    Vacated end = kmemCacheIsolateSlab(cpu, page);
    if (end == null) {
      slabPages.addOverwriting(page.lru);
    }
    cpu.localIrqRestore(flags);
    if (end != null) {
      return told(end, 0);
    }
    int freed = kmemCacheReclaim(cpu, slabPages);
    if (freed == NO_SCRATCH) {
      return told(Vacated.NO_MEMORY, 0);
    }
    return told(freed == 0 ? Vacated.LEFTOVER : Vacated.EMPTIED, freed);
  }

  /** How many slabs were freed, as it counts them. */
  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public int returnValue(Vacated end, int freed) {
    return freed;
  }

  /**
   * {@code kmem_cache_isolate_slab}: takes the slab off its list and freezes it. The first look is
   * at a page that may be freed and be somebody else's meanwhile (G2, G3); in the end no reference
   * is held, the slab is frozen and in use.
   *
   * @return null for 0, or why it returns {@code -ENOENT}
   */
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated kmemCacheIsolateSlab(Cpu cpu, Page page) {
    Vacated end = firstLook(page);
    if (end != null) {
      return end;
    }
    if (!getPageUnlessZero(page)) {
      return Vacated.NO_PAGE;
    }
    boolean flags = cpu.localIrqSave();
    slabLock(cpu, page);
    end = lookUnderLock(cpu, page, flags);
    if (end == null) {
      KernelBug.bugOn(
          page.countNow() <= 1, "kmem_cache_isolate_slab", "BUG_ON(page_count(page) <= 1)");
      machine.pages.putPage(cpu, page);
      freezeFromList(cpu, cacheOf(page), page);
      slabUnlock(cpu, page);
    } else {
      slabUnlock(cpu, page);
      machine.pages.putPage(cpu, page);
    }
    cpu.localIrqRestore(flags);
    return end;
  }

  /**
   * Without a reference and without the lock.
   *
   * @return null to go on
   */
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated firstLook(Page page) {
    if (!page.isSlab()) {
      return Vacated.NOT_SLAB;
    }
    return slabFrozen(page) ? Vacated.FROZEN : null;
  }

  /**
   * {@code !PageSlab(page) || SlabFrozen(page) || !page->inuse}.
   *
   * @param flags what local_irq_save has saved
   * @return null to go on
   */
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated lookUnderLock(Cpu cpu, Page page, boolean flags) {
    if (!page.isSlab()) {
      return Vacated.GONE;
    }
    if (slabFrozen(page)) {
      return Vacated.FROZEN;
    }
    return page.inuse == 0 ? Vacated.EMPTY : null;
  }
}
