// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.slub.Slub;

/**
 * As posted, without the {@code smp_wmb} of {@code new_slab}. Causes defect {@code
 * missing-write-barrier}: PageSlab may be seen before inuse is 0.
 */
public final class WithoutWriteBarrier extends Slub {
  public WithoutWriteBarrier(Machine machine) {
    super(machine);
  }

  /** No barrier. */
  @Override
  @Kernel("new_slab")
  protected void publicationBarrier() {}
}
