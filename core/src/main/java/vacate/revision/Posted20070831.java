// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static vacate.slub.SlabLists.addFull;
import static vacate.slub.SlabLists.addPartial;
import static vacate.slub.SlabLists.addPartialTail;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
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
public class Posted20070831 extends Posted20070707 {
  /** What {@link #kmemCacheReclaim} says if there was no memory. */
  private static final int NO_SCRATCH = -1;

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

  /** With {@code tail} unset, as it is but after a kick. */
  @Override
  @Kernel("unfreeze_slab")
  protected void unfreezeSlab(Cpu cpu, KmemCache s, Page page) {
    unfreezeSlab(cpu, s, page, false);
  }

  /**
   * {@code unfreeze_slab}.
   *
   * @param tail whether a slab with objects goes to the end of the partial list
   */
  @Kernel("unfreeze_slab")
  protected void unfreezeSlab(Cpu cpu, KmemCache s, Page page, boolean tail) {
    KmemCacheNode n = s.getNode();
    clearSlabFrozen(cpu, page);
    if (page.inuse == 0) {
      if (n.nrPartial < minPartial()) {
        addPartialTail(cpu, n, page);
        slabUnlock(cpu, page);
      } else {
        slabUnlock(cpu, page);
        discardSlab(cpu, s, page);
      }
      return;
    }
    if (page.freelist == 0) {
      putBackFull(cpu, s, n, page);
    } else if (tail) {
      addPartialTail(cpu, n, page);
    } else {
      addPartial(cpu, n, page);
    }
    slabUnlock(cpu, page);
  }

  /** {@code MIN_PARTIAL}. */
  @Kernel(value = "unfreeze_slab", inlined = true)
  protected int minPartial() {
    return MIN_PARTIAL;
  }

  /** A slab without a free object [slab lock held]. */
  @Kernel("unfreeze_slab")
  protected void putBackFull(Cpu cpu, KmemCache s, KmemCacheNode n, Page page) {
    if (slabDebug(page) && (s.flags & SlabFlag.SLAB_STORE_USER) != 0) {
      addFull(cpu, n, page);
    }
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

  // ---- reclaim

  /**
   * {@code kmem_cache_reclaim}. Without memory it returns, and the slabs stay frozen on a list that
   * is gone (G5).
   *
   * @return number of slabs in which no object is left; {@link #NO_SCRATCH} without memory, where
   *     the kernel's returns 0
   */
  @Kernel("kmem_cache_reclaim")
  protected int kmemCacheReclaim(Cpu cpu, ListHead zaplist) {
    if (zaplist.isEmpty()) {
      return 0;
    }
    // alloc_scratch: the objects, and a bit for each.
    long[] scratch = Kmalloc.kmalloc(cpu, maxDefragSlabObjects() + 1);
    if (scratch == null) {
      giveUp(cpu, zaplist);
      return NO_SCRATCH;
    }
    int freed = 0;
    ListHead at = zaplist.next;
    while (at != zaplist) {
      Page page = Page.of(at);
      ListHead following = at.next;
      page.lru.del();
      if (kmemCacheVacate(cpu, page, scratch) == 0) {
        freed++;
      }
      at = following;
    }
    Kmalloc.kfree(cpu, scratch);
    return freed;
  }

  /** What becomes of slabs for which there is no memory: they are forgotten (G5). */
  @Kernel("kmem_cache_reclaim")
  protected void giveUp(Cpu cpu, ListHead zaplist) {}

  /**
   * {@code kmem_cache_vacate}, static since.
   *
   * @return number of objects left
   */
  @Kernel("kmem_cache_vacate")
  protected int kmemCacheVacate(Cpu cpu, Page page, long[] scratch) {
    checkBefore(page);
    boolean flags = cpu.localIrqSave();
    slabLock(cpu, page);
    checkUnderLock(cpu);
    KmemCache s = cacheOf(page);
    boolean kicked = false;
    if (page.inuse != 0 && isToKick(cpu, s, page)) {
      int objects = collectObjects(cpu, s, page, scratch);
      Object pinned = s.ops.get().get(cpu, s, objects, scratch);
      slabUnlock(cpu, page);
      cpu.localIrqRestore(flags);
      s.ops.kick().kick(cpu, s, objects, scratch, pinned);
      flags = cpu.localIrqSave();
      slabLock(cpu, page);
      kicked = true;
      kicked(cpu, page, objects);
    }
    // out:
    int leftover = page.inuse;
    judge(cpu, page, leftover);
    putBack(cpu, s, page, isForTail(kicked, leftover));
    cpu.localIrqRestore(flags);
    return leftover;
  }

  /** {@code unfreeze_slab}, at the end of {@code kmem_cache_vacate}. */
  @Kernel("kmem_cache_vacate")
  protected void putBack(Cpu cpu, KmemCache s, Page page, boolean tail) {
    unfreezeSlab(cpu, s, page, tail);
  }

  /** Without the lock. */
  @Kernel("kmem_cache_vacate")
  protected void checkBefore(Page page) {
    KernelBug.bugOn(
        !page.isSlab() || !slabFrozen(page),
        "kmem_cache_vacate",
        "BUG_ON(!PageSlab(page) || !SlabFrozen(page))");
  }

  /** With the lock. */
  @Kernel("kmem_cache_vacate")
  protected void checkUnderLock(Cpu cpu) {}

  /** {@code s->kick} [slab lock held]. */
  @Kernel("kmem_cache_vacate")
  protected boolean isToKick(Cpu cpu, KmemCache s, Page page) {
    return s.ops.kick() != null;
  }

  /** What becomes of a slab of which so many objects were kicked [slab lock held]. */
  @Kernel("kmem_cache_vacate")
  protected void kicked(Cpu cpu, Page page, int objects) {}

  /** What becomes of a slab, kicked or not, in which so many are left [slab lock held]. */
  @Kernel("kmem_cache_vacate")
  protected void judge(Cpu cpu, Page page, int leftover) {}

  /** {@code tail}. */
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  protected boolean isForTail(boolean kicked, int leftover) {
    return !kicked;
  }

  // ---- shrink

  /** {@code kmem_cache_shrink}: needs no memory of its own. */
  @Override
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    flushAll(cpu, s);
    __kmemCacheShrink(cpu, s, null);
    return 0;
  }

  /**
   * {@code __kmem_cache_shrink}: every slab that is a quarter full at most is emptied or freed.
   *
   * @param scratch not used
   */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected int __kmemCacheShrink(Cpu cpu, KmemCache s, long[] scratch) {
    KmemCacheNode n = s.getNode();
    ListHead zaplist = ListHead.head();
    boolean kicks = s.ops.kick() != null;
    int freed = 0;
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    ListHead at = n.partial.next;
    while (at != n.partial) {
      Page page = Page.of(at);
      at = at.next;
      int inuse = page.inuse;
      if (inuse > s.objects / 4 || isSpared(s, page) || !slabTrylock(cpu, page)) {
        continue;
      }
      if (inuseUnderLock(page, inuse) != 0) {
        page.lru.moveTo(zaplist);
        if (kicks) {
          n.nrPartial--;
          setSlabFrozen(cpu, page);
        }
        slabUnlock(cpu, page);
      } else {
        takeOff(n, page);
        slabUnlock(cpu, page);
        discardSlab(cpu, s, page);
        freed++;
      }
    }
    if (!kicks) {
      zaplist.spliceBehind(n.partial.last());
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    return kicks ? freed + Math.max(0, kmemCacheReclaim(cpu, zaplist)) : freed;
  }

  /** It is not read again. */
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected int inuseUnderLock(Page page, int seen) {
    return seen;
  }

  /** Whether shrink does not even try a slab. */
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected boolean isSpared(KmemCache s, Page page) {
    return false;
  }

  /** Takes an empty slab off the partial list [list_lock held]; nr_partial is forgotten (G6). */
  @Kernel("__kmem_cache_shrink")
  protected void takeOff(KmemCacheNode n, Page page) {
    page.lru.del();
  }

  /**
   * {@code kmem_cache_defrag}: needs no memory of its own.
   *
   * @param percent not used: each cache has its own ratio
   */
  @Override
  @Kernel("kmem_cache_defrag")
  public int kmemCacheDefrag(Cpu cpu, int percent) {
    if (!slubLock.downReadTrylock(cpu)) {
      return 0;
    }
    int pages = defragAll(cpu, null);
    slubLock.upRead(cpu);
    return pages;
  }
}
