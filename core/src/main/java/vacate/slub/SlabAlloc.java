// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * Allocation: from the CPU's slab without a lock, else the slow path.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code __slab_alloc} and {@code slab_alloc}.
 */
abstract class SlabAlloc extends CpuSlabs {
  SlabAlloc(Machine machine) {
    super(machine);
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
      page.locklessFreelist = nextFree(page, object);
    }
    cpu.localIrqRestore(flags);
    return object;
  }

  /** {@code __slab_alloc}; interrupts are off. */
  @Kernel("__slab_alloc")
  protected long __slabAlloc(Cpu cpu, KmemCache s, int gfp, Page cpuSlab) {
    Page page = cpuSlab;
    if (page != null) {
      slabLock(cpu, page);
    }
    while (true) {
      if (page != null) {
        long object = loadFreelist(cpu, s, page);
        if (object != 0) {
          return object;
        }
        deactivateSlab(cpu, s, page);
      }
      page = nextCpuSlab(cpu, s, gfp);
      if (page == null) {
        return 0;
      }
    }
  }

  /**
   * Labels {@code load_freelist} and {@code debug}: [slab lock held], dropped unless 0 is returned.
   * Takes the first object and gives the others to the CPU; with SlabDebug only the one.
   */
  @Kernel("__slab_alloc")
  private long loadFreelist(Cpu cpu, KmemCache s, Page page) {
    long object = page.freelist;
    if (object == 0) {
      return 0;
    }
    if (slabDebug(page)) {
      if (!allocDebugProcessing(cpu, s, page, object)) {
        return 0;
      }
      page.inuse++;
      page.freelist = nextFree(page, object);
    } else {
      page.locklessFreelist = nextFree(page, object);
      page.inuse = (char) s.objects;
      page.freelist = 0;
    }
    slabUnlock(cpu, page);
    return object;
  }

  /** Label {@code new_slab}: the CPU's next slab, locked and frozen; or null. */
  @Kernel("__slab_alloc")
  private Page nextCpuSlab(Cpu cpu, KmemCache s, int gfp) {
    Page partial = getPartial(cpu, s);
    if (partial != null) {
      s.cpuSlab[cpu.id] = partial;
      return partial;
    }
    Page fresh = newSlab(cpu, s, gfp);
    if (fresh == null) {
      return null;
    }
    Page other = s.cpuSlab[cpu.id];
    return other == null ? adoptSlab(cpu, s, fresh) : cpuSlabAppeared(cpu, s, fresh, other);
  }

  /** Makes the slab the CPU's own. FROZEN is set under the lock while inuse is still 0. */
  @Kernel("__slab_alloc")
  protected Page adoptSlab(Cpu cpu, KmemCache s, Page page) {
    slabLock(cpu, page);
    setSlabFrozen(page);
    s.cpuSlab[cpu.id] = page;
    return page;
  }

  /**
   * While interrupts were on, somebody else gave this CPU a slab. It is used, the new one
   * discarded; what its lockless_freelist holds is then overwritten and lost (a defect of 2.6.22,
   * not of the patch).
   */
  @Kernel("__slab_alloc")
  protected Page cpuSlabAppeared(Cpu cpu, KmemCache s, Page fresh, Page other) {
    discardSlab(cpu, s, fresh);
    slabLock(cpu, other);
    return other;
  }
}
