// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import vacate.kernel.Cpu;
import vacate.kernel.CrossCall;

/** The hardware and the memory: CPUs, {@code mem_map}, the page allocator. */
public final class Machine {
  /** All CPUs; {@code cpus[i].id == i}. */
  public final Cpu[] cpus;

  /** How one CPU makes the others do something. */
  public final CrossCall calls;

  public final MemMap memMap;
  public final PageAllocator pages;

  /** {@code CONFIG_DEBUG_VM}: whether a {@code VM_BUG_ON} fires. */
  public final boolean debugVm;

  /**
   * @param cpus number of CPUs
   * @param pages number of page frames
   * @param pageWords {@code PAGE_SIZE} in words
   * @param debugVm see {@link #debugVm}
   */
  public Machine(int cpus, int pages, int pageWords, boolean debugVm) {
    this.cpus = new Cpu[cpus];
    for (int id = 0; id < cpus; id++) {
      this.cpus[id] = new Cpu(id);
    }
    this.calls = new CrossCall(this.cpus);
    this.debugVm = debugVm;
    this.memMap = new MemMap(pages, pageWords);
    this.pages = new PageAllocator(memMap, cpus, debugVm);
  }
}
