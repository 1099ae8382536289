// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.slub.KmemCache;
import vacate.slub.Slub;

/**
 * The patch as posted, but for {@code flush_all}, which waits for the others with interrupts off.
 */
final class Masked extends Slub {
  Masked(Machine machine) {
    super(machine);
  }

  @Override
  public void flushAll(Cpu cpu, KmemCache s) {
    boolean flags = cpu.localIrqSave();
    super.flushAll(cpu, s);
    cpu.localIrqRestore(flags);
  }
}
