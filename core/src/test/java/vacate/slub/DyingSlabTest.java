// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.invariant.Violation;
import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * Defect (c), one interleaving of it written out: a vacate on CPU 1 between the two halves of
 * {@code discard_slab} on CPU 0.
 */
class DyingSlabTest {
  /** CPU 1 vacates the page right after its inuse became 0xffff. */
  private static final class Interrupted extends Slub {
    Vacated end;

    Interrupted(Machine machine) {
      super(machine);
    }

    @Override
    protected void clearSlabDebug(Page page) {
      Cpu other = machine.cpus[1];
      end = vacate(other, page);
      super.clearSlabDebug(page);
    }
  }

  private final Bench bench = new Bench(Interrupted::new);
  private final Interrupted slub = (Interrupted) bench.slub;
  private final KmemCache s = bench.cache(0);

  @Test
  void vacateTakesTheDyingSlabForAFullOneAndPutsItOnThePartialList() {
    long[] last = bench.partialSlab(s, 1);
    Page page = bench.pageOf(last[0]);

    assertThat(bench.free(bench.cpu0, s, last[0])).isEqualTo(Freed.DISCARDED);

    assertThat(slub.end).isEqualTo(Vacated.LEFTOVER);
    assertThat(page.isSlab()).isFalse();
    assertThat(bench.violations()).contains(Violation.DEAD_PAGE_ON_LIST);
  }
}
