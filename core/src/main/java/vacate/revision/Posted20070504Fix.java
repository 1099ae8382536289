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
import vacate.slub.Freed;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * The first version with what a reply in its thread mended, "Fixes suggested by Andrew", message
 * Pine.LNX.4.64.0705041603150.27790@schroedinger.engr.sgi.com, 4 May 2007: interrupts are off
 * whenever a lock is held.
 *
 * <p>It stands on a SLUB without lockless freelist: each allocation and each free takes the slab
 * lock. That of message 20070331193102.1800.29162.sendpatchset@schroedinger.engr.sgi.com is ported
 * in what differs from 2.6.22; that the tree of 4 May was that one was not confirmed. So its {@code
 * setup_object} is left as in 2.6.22, where it goes by the cache's flags and not by PG_error, which
 * this patch sets late.
 *
 * <p>The callbacks {@code get_reference} and {@code kick_object} are about one object each; they
 * are played by {@code get} and {@code kick} with a vector of one.
 */
public class Posted20070504Fix extends Posted20070518 {
  public Posted20070504Fix(Machine machine) {
    super(machine);
  }

  // ---- SLUB of that day

  /** {@code SetPageActive}: {@code set_bit}, atomic. */
  @Override
  @Kernel("SetSlabFrozen")
  protected void setSlabFrozen(Cpu cpu, Page page) {
    page.flags.setBit(PageFlag.PG_ACTIVE);
  }

  /** {@code ClearPageActive}: {@code clear_bit}, atomic. */
  @Override
  @Kernel("ClearSlabFrozen")
  protected void clearSlabFrozen(Cpu cpu, Page page) {
    page.flags.clearBit(PageFlag.PG_ACTIVE);
  }

  /** {@code new_slab} with the first form of the hunk: slab before inuse, no lockless freelist. */
  @Override
  @Kernel("new_slab")
  protected void setUpSlab(KmemCache s, Page page) {
    page.offset = (char) s.offset;
    page.slab = s;
    page.inuse = 0;
    page.freelist = buildFreelist(s, page);
    Barriers.smpWmb();
    markSlab(s, page);
  }

  /** {@code discard_slab}: {@code page->flags &= ~(1 << PG_slab | 1 << PG_error)}. */
  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    page.resetMapcount();
    page.flags.clearMaskNonAtomic(1 << PageFlag.PG_SLAB | 1 << PageFlag.PG_ERROR);
  }

  /** {@code deactivate_slab}, and {@code putback_slab}, which leaves PG_active to its caller. */
  @Override
  @Kernel("deactivate_slab")
  protected void deactivateSlab(Cpu cpu, KmemCache s, Page page) {
    s.cpuSlab[cpu.id] = null;
    unfreezeSlab(cpu, s, page);
  }

  /** {@code slab_alloc}: there is no other way than the locked one. */
  @Override
  @Kernel("kmem_cache_alloc")
  public long kmemCacheAlloc(Cpu cpu, KmemCache s, int gfp) {
    boolean flags = cpu.localIrqSave();
    long object = __slabAlloc(cpu, s, gfp, s.cpuSlab[cpu.id]);
    cpu.localIrqRestore(flags);
    return object;
  }

  /**
   * {@code slab_alloc}, interrupts off: one object at a time. A partial slab comes locked and is
   * made Active here, not by who took it off the list.
   */
  @Override
  @Kernel("__slab_alloc")
  protected long __slabAlloc(Cpu cpu, KmemCache s, int gfp, Page cpuSlab) {
    Page page = cpuSlab;
    if (page != null) {
      slabLock(cpu, page);
    }
    while (true) {
      if (page != null) {
        long object = page.freelist;
        if (object != 0
            && (!slabDebug(page) || debugging.allocDebugProcessing(cpu, s, page, object))) {
          page.inuse++;
          page.freelist = objects.nextFree(page, object);
          slabUnlock(cpu, page);
          return object;
        }
        deactivateSlab(cpu, s, page);
      }
      page = getPartial(cpu, s);
      if (page != null) {
        s.cpuSlab[cpu.id] = page;
        setSlabFrozen(cpu, page);
        continue;
      }
      page = newSlab(cpu, s, gfp);
      if (page == null) {
        return 0;
      }
      Page own = s.cpuSlab[cpu.id];
      if (own != null) {
        discardSlab(cpu, s, page);
        slabLock(cpu, own);
        page = own;
      } else {
        slabLock(cpu, page);
        s.cpuSlab[cpu.id] = page;
        setSlabFrozen(cpu, page);
      }
    }
  }

  /** {@code lock_and_del_slab}: locked and off the list, not yet Active. */
  @Override
  @Kernel("lock_and_freeze_slab")
  protected boolean lockAndFreezeSlab(Cpu cpu, KmemCacheNode n, Page page) {
    if (!slabTrylock(cpu, page)) {
      return false;
    }
    page.lru.del();
    n.nrPartial--;
    return true;
  }

  /** {@code slab_free}: there is no other way than the locked one. */
  @Override
  @Kernel("slab_free")
  public Freed kmemCacheFree(Cpu cpu, KmemCache s, long object) {
    Page page = machine.memMap.virtToHeadPage(object);
    boolean flags = cpu.localIrqSave();
    Freed way = __slabFree(cpu, s, page, object);
    cpu.localIrqRestore(flags);
    return way;
  }

  // ---- vacate

  /**
   * {@code kmem_cache_vacate}: the cache is read under the lock, there is no vector, and nobody
   * asks whether the cache has callbacks (R4).
   */
  @Override
  @Kernel("kmem_cache_vacate")
  public Vacated.Told vacateAndTell(Cpu cpu, Page page) {
    if (!getPageUnlessZero(page)) {
      return told(Vacated.NO_PAGE, 0);
    }
    int leftover = 0;
    Vacated end = Vacated.NOT_SLAB;
    if (page.isSlab()) {
      boolean flags = maskInterrupts(cpu);
      slabLock(cpu, page);
      end = underLock(page);
      if (end.aborted) {
        slabUnlock(cpu, page);
        restoreInterrupts(cpu, flags);
      } else {
        KmemCache s = cacheOf(page);
        freezeFromList(cpu, s, page);
        leftover = __kmemCacheVacate(cpu, s, page, flags, null);
        end = leftover == 0 ? Vacated.EMPTIED : Vacated.LEFTOVER;
      }
    }
    machine.pages.putPage(cpu, page);
    return told(end, leftover);
  }

  /** {@code !PageSlab(page) || PageActive(page) || !page->inuse}. */
  @Kernel("kmem_cache_vacate")
  protected Vacated underLock(Page page) {
    if (!page.isSlab()) {
      return Vacated.GONE;
    }
    if (slabFrozen(page)) {
      return Vacated.FROZEN;
    }
    return page.inuse == 0 ? Vacated.EMPTY : Vacated.LEFTOVER;
  }

  /** {@code local_irq_save(flags)}. */
  @Kernel("kmem_cache_vacate")
  protected boolean maskInterrupts(Cpu cpu) {
    return cpu.localIrqSave();
  }

  /** {@code local_irq_restore(flags)}. */
  @Kernel("kmem_cache_vacate")
  protected void restoreInterrupts(Cpu cpu, boolean flags) {
    cpu.localIrqRestore(flags);
  }

  /**
   * {@code __kmem_cache_vacate}. A slab that is empty by now stays locked and Active for ever, and
   * interrupts stay off (R2, F1): {@code if (!page->inuse) return 0}.
   *
   * @param vector not used: objects are referenced and kicked one by one
   */
  @Override
  @Kernel("__kmem_cache_vacate")
  protected int __kmemCacheVacate(Cpu cpu, KmemCache s, Page page, boolean flags, long[] vector) {
    if (page.inuse == 0) {
      return 0;
    }
    KernelBug.bugOn(
        s.ops.get() == null || s.ops.kick() == null,
        "__kmem_cache_vacate",
        "NULL pointer call, the cache has no callbacks");
    long referenced = getReferences(cpu, s, page);
    slabUnlock(cpu, page);
    restoreInterrupts(cpu, flags);
    long[] one = new long[1];
    for (int i = 0; i < s.objects; i++) {
      if ((referenced >>> i & 1) != 0) {
        one[0] = machine.memMap.address(page) + (long) i * s.size;
        s.ops.kick().kick(cpu, s, 1, one, null);
      }
    }
    boolean again = maskInterrupts(cpu);
    slabLock(cpu, page);
    int leftover = page.inuse;
    putBack(cpu, s, page);
    restoreInterrupts(cpu, again);
    return leftover;
  }

  /** {@code putback_slab}: the freelist stays in the order in which objects were freed. */
  @Override
  @Kernel("__kmem_cache_vacate")
  protected void putBack(Cpu cpu, KmemCache s, Page page) {
    unfreezeSlab(cpu, s, page);
  }

  /**
   * Calls {@code get_reference} for all that is not on the freelist; a bit for each that it got.
   */
  @Kernel("__kmem_cache_vacate")
  private long getReferences(Cpu cpu, KmemCache s, Page page) {
    long used = -1L >>> KmemCache.MAX_OBJECTS - s.objects;
    for (long free = page.freelist; free != 0; free = objects.getFreepointer(s, free)) {
      used &= ~(1L << objects.slabIndex(s, page, free));
    }
    long[] one = new long[1];
    for (int i = 0; i < s.objects; i++) {
      if ((used >>> i & 1) != 0) {
        one[0] = machine.memMap.address(page) + (long) i * s.size;
        s.ops.get().get(cpu, s, 1, one);
        if (one[0] == 0) {
          used &= ~(1L << i);
        }
      }
    }
    return used;
  }

  /** {@code kmem_cache_shrink}: gives up at a slab that is too full and keeps it locked (R3). */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected boolean isForZaplist(Cpu cpu, KmemCache s, Page page) {
    return slabTrylock(cpu, page) && page.inuse <= s.objects / 4;
  }

  @Override
  @Kernel("__kmem_cache_shrink")
  protected int vacateFirst(Cpu cpu, KmemCache s, ListHead zaplist, long[] scratch) {
    Page page = Page.of(zaplist.next);
    boolean flags = maskInterrupts(cpu);
    slabLock(cpu, page);
    page.lru.del();
    return __kmemCacheVacate(cpu, s, page, flags, scratch);
  }
}
