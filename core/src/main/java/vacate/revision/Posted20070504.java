// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;

/**
 * The first version of all, "[RFC 2/3] SLUB: Implement targeted reclaim and partial list
 * defragmentation", message 20070504221708.596112123@sgi.com: interrupts stay as the caller had
 * them, so a handler that frees into the slab waits for who it has interrupted (R1).
 */
public final class Posted20070504 extends Posted20070504Fix {
  public Posted20070504(Machine machine) {
    super(machine);
  }

  /** Nothing. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected boolean maskInterrupts(Cpu cpu) {
    return false;
  }

  /** Nothing. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void restoreInterrupts(Cpu cpu, boolean flags) {}
}
