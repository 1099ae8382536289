// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static vacate.slub.SlabLists.addPartial;
import static vacate.slub.SlabLists.removePartial;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * Objects are allocated and freed: in the CPU's slab without a lock, else on the slow paths.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code lock_and_freeze_slab} to {@code get_partial} and
 * {@code __slab_alloc} to {@code slab_free}.
 */
abstract class AllocAndFree extends SlabPages {
  /** The checks of slabs with SlabDebug. */
  protected final SlabDebugging debugging;

  AllocAndFree(Machine machine) {
    super(machine);
    debugging = new SlabDebugging(machine.debugVm, objects);
  }

  /**
   * {@code lock_and_freeze_slab}; list_lock is held.
   *
   * @return whether the slab was had: it is then locked, frozen and off the list
   */
  @Kernel("lock_and_freeze_slab")
  protected boolean lockAndFreezeSlab(Cpu cpu, KmemCacheNode n, Page page) {
    if (!slabTrylock(cpu, page)) {
      return false;
    }
    page.lru.del();
    n.nrPartial--;
    setSlabFrozen(cpu, page);
    return true;
  }

  /**
   * {@code get_partial}: without NUMA, {@code get_partial_node} of the one node. The first look at
   * nr_partial is a race, on purpose.
   *
   * @return a slab, locked and frozen, or null
   */
  @Kernel("get_partial")
  protected Page getPartial(Cpu cpu, KmemCache s) {
    KmemCacheNode n = s.getNode();
    if (n.nrPartial == 0) {
      return null;
    }
    n.listLock.lock(cpu);
    Page page = null;
    for (ListHead at = n.partial.next; at != n.partial; at = at.next) {
      if (lockAndFreezeSlab(cpu, n, Page.of(at))) {
        page = Page.of(at);
        break;
      }
    }
    n.listLock.unlock(cpu);
    return page;
  }

  /**
   * {@code kmem_cache_alloc}, {@code slab_alloc}.
   *
   * @param gfp {@link vacate.mm.Gfp} flags
   * @return the object's address, or 0
   */
  @Kernel("kmem_cache_alloc")
  public long kmemCacheAlloc(Cpu cpu, KmemCache s, int gfp) {
    boolean flags = cpu.localIrqSave();
    Page page = s.cpuSlab[cpu.id];
    long object;
    if (page == null || page.locklessFreelist == 0) {
      object = __slabAlloc(cpu, s, gfp, page);
    } else {
      object = page.locklessFreelist;
      page.locklessFreelist = objects.nextFree(page, object);
    }
    cpu.localIrqRestore(flags);
    return object;
  }

  /**
   * {@code __slab_alloc}; interrupts are off. A new slab gets FROZEN under its lock, while inuse
   * still is 0; a partial one comes locked and frozen.
   *
   * @param cpuSlab the CPU's own slab, or null
   */
  @Kernel("__slab_alloc")
  protected long __slabAlloc(Cpu cpu, KmemCache s, int gfp, Page cpuSlab) {
    Page page = cpuSlab;
    long object;
    if (page != null) {
      slabLock(cpu, page);
    }

    load_freelist:
    while (true) {
      new_slab:
      {
        if (page == null) {
          break new_slab;
        }
        another_slab:
        {
          debug:
          {
            object = page.freelist;
            if (object == 0) {
              break another_slab;
            }
            if (slabDebug(page)) {
              break debug;
            }
            page.locklessFreelist = objects.nextFree(page, object);
            page.inuse = (char) s.objects;
            page.freelist = 0;
            slabUnlock(cpu, page);
            return object;
          }
          // debug:
          if (!debugging.allocDebugProcessing(cpu, s, page, object)) {
            break another_slab;
          }
          page.inuse++;
          page.freelist = objects.nextFree(page, object);
          slabUnlock(cpu, page);
          return object;
        }
        // another_slab:
        deactivateSlab(cpu, s, page);
      }
      // new_slab:
      page = getPartial(cpu, s);
      if (page != null) {
        s.cpuSlab[cpu.id] = page;
        continue load_freelist;
      }
      page = newSlab(cpu, s, gfp);
      if (page != null) {
        Page own = s.cpuSlab[cpu.id];
        if (own != null && cpuSlabAppeared(cpu, s, page, own)) {
          page = own;
          continue load_freelist;
        }
        slabLock(cpu, page);
        setSlabFrozen(cpu, page);
        s.cpuSlab[cpu.id] = page;
        continue load_freelist;
      }
      return 0;
    }
  }

  /**
   * While interrupts were on, somebody else gave this CPU a slab. It is used, the new one
   * discarded; what its lockless_freelist holds is then overwritten and lost (a defect of 2.6.22,
   * not of the patch).
   *
   * @return whether the CPU's own slab is to be used; it is then locked
   */
  @Kernel("__slab_alloc")
  protected boolean cpuSlabAppeared(Cpu cpu, KmemCache s, Page fresh, Page own) {
    discardSlab(cpu, s, fresh);
    slabLock(cpu, own);
    return true;
  }

  /**
   * {@code kmem_cache_free}, {@code slab_free}. The kernel's returns nothing; this one tells its
   * way.
   */
  @Kernel("slab_free")
  public Freed kmemCacheFree(Cpu cpu, KmemCache s, long object) {
    Page page = machine.memMap.virtToHeadPage(object);
    boolean flags = cpu.localIrqSave();
    Freed way;
    if (page == s.cpuSlab[cpu.id] && !slabDebug(page)) {
      objects.setNextFree(page, object, page.locklessFreelist);
      page.locklessFreelist = object;
      way = Freed.LOCKLESS;
    } else {
      way = __slabFree(cpu, s, page, object);
    }
    cpu.localIrqRestore(flags);
    return way;
  }

  /**
   * {@code __slab_free}; interrupts are off. Every list move is made under the slab lock. The
   * kernel's returns nothing; {@code way} is the port's.
   */
  @Kernel("__slab_free")
  protected Freed __slabFree(Cpu cpu, KmemCache s, Page page, long object) {
    long prior;
    Freed way;
    slabLock(cpu, page);

    slab_empty:
    {
      out_unlock:
      {
        if (slabDebug(page)) {
          // debug:
          if (!debugging.freeDebugProcessing(cpu, s, page, object)) {
            way = Freed.REFUSED;
            break out_unlock;
          }
        }
        // checks_ok:
        prior = page.freelist;
        objects.setNextFree(page, object, prior);
        page.freelist = object;
        page.inuse--;

        // Whoever froze it puts it back.
        if (slabFrozen(page)) {
          way = Freed.FROZEN;
          break out_unlock;
        }
        if (page.inuse == 0) {
          break slab_empty;
        }
        way = prior == 0 ? Freed.TO_PARTIAL : Freed.PARTIAL;
        if (prior == 0) {
          addPartial(cpu, s.getNode(), page);
        }
      }
      // out_unlock:
      slabUnlock(cpu, page);
      return way;
    }
    // slab_empty:
    if (prior != 0) {
      removePartial(cpu, s, page);
    }
    slabUnlock(cpu, page);
    discardSlab(cpu, s, page);
    return Freed.DISCARDED;
  }

  /** {@code kmem_ptr_validate}: whether the address is an object of the cache. No lock. */
  @Kernel("kmem_ptr_validate")
  public boolean kmemPtrValidate(KmemCache s, long object) {
    Page page = machine.memMap.virtToHeadPage(object);
    return page.isSlab() && page.slab == s && objects.checkValidPointer(s, page, object);
  }
}
