// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * Freeing: to the CPU's slab without a lock, else under the slab lock.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code __slab_free} and {@code slab_free}.
 */
abstract class SlabFree extends SlabAlloc {
  SlabFree(Machine machine) {
    super(machine);
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
      setNextFree(page, object, page.locklessFreelist);
      page.locklessFreelist = object;
      way = Freed.LOCKLESS;
    } else {
      way = __slabFree(cpu, s, page, object);
    }
    cpu.localIrqRestore(flags);
    return way;
  }

  /** {@code __slab_free}; interrupts are off. Every list move is made under the slab lock. */
  @Kernel("__slab_free")
  protected Freed __slabFree(Cpu cpu, KmemCache s, Page page, long object) {
    slabLock(cpu, page);
    if (slabDebug(page) && !freeDebugProcessing(cpu, s, page, object)) {
      slabUnlock(cpu, page);
      return Freed.REFUSED;
    }
    long prior = page.freelist;
    setNextFree(page, object, prior);
    page.freelist = object;
    page.inuse--;
    if (slabFrozen(page)) { // whoever froze it puts it back
      slabUnlock(cpu, page);
      return Freed.FROZEN;
    }
    if (page.inuse == 0) {
      if (prior != 0) {
        removePartial(cpu, s, page);
      }
      slabUnlock(cpu, page);
      discardSlab(cpu, s, page);
      return Freed.DISCARDED;
    }
    if (prior == 0) {
      addPartial(cpu, s.getNode(), page);
    }
    slabUnlock(cpu, page);
    return prior == 0 ? Freed.TO_PARTIAL : Freed.PARTIAL;
  }
}
