// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * The slab that a CPU has for itself, and putting it back.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code unfreeze_slab} to {@code flush_all}.
 */
abstract class CpuSlabs extends SlabPages {
  /** {@code MIN_PARTIAL}: that many slabs, empty or not, stay on the partial list. */
  public static final int MIN_PARTIAL = 2;

  CpuSlabs(Machine machine) {
    super(machine);
  }

  /**
   * {@code unfreeze_slab}: [slab lock held] at entry, dropped at exit. An empty slab is kept while
   * the partial list is short; nr_partial is read without its lock.
   */
  @Kernel("unfreeze_slab")
  protected void unfreezeSlab(Cpu cpu, KmemCache s, Page page) {
    KmemCacheNode n = s.getNode();
    clearSlabFrozen(page);
    if (page.inuse != 0) {
      if (page.freelist != 0) {
        addPartial(cpu, n, page);
      } else if (slabDebug(page) && has(s, SlabFlag.SLAB_STORE_USER)) {
        addFull(cpu, n, page);
      }
      slabUnlock(cpu, page);
    } else if (n.nrPartial < MIN_PARTIAL) {
      addPartialTail(cpu, n, page);
      slabUnlock(cpu, page);
    } else {
      slabUnlock(cpu, page);
      discardSlab(cpu, s, page);
    }
  }

  /** {@code deactivate_slab}: [slab lock held] at entry, dropped at exit. */
  @Kernel("deactivate_slab")
  protected void deactivateSlab(Cpu cpu, KmemCache s, Page page) {
    while (page.locklessFreelist != 0) {
      long object = page.locklessFreelist;
      page.locklessFreelist = nextFree(page, object);
      setNextFree(page, object, page.freelist);
      page.freelist = object;
      page.inuse--;
    }
    s.cpuSlab[cpu.id] = null;
    unfreezeSlab(cpu, s, page);
  }

  /** {@code flush_slab}. */
  @Kernel("flush_slab")
  protected void flushSlab(Cpu cpu, KmemCache s, Page page) {
    slabLock(cpu, page);
    deactivateSlab(cpu, s, page);
  }

  /**
   * {@code flush_all}. The kernel interrupts every CPU; here the caller acts for each in turn. So
   * no other thread may allocate from this cache or free to it at the same time on a CPU that has a
   * slab of it: with interrupts off for itself alone, it goes by cpu_slab and lockless_freelist
   * without a lock.
   */
  @Kernel("flush_all")
  public void flushAll(Cpu cpu, KmemCache s) {
    for (Cpu target : machine.cpus) {
      Page page = s.cpuSlab[target.id];
      if (page != null) {
        boolean flags = target.localIrqSave();
        flushSlab(target, s, page);
        target.localIrqRestore(flags);
      }
    }
  }
}
