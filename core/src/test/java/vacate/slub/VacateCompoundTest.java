// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;

/** Defect (j): with DEBUG_VM the patch cannot vacate a slab of more than one page. */
class VacateCompoundTest {
  @Test
  void withDebugVmItIsABug() {
    Bench bench = new Bench();
    Page head = slabOfTwoPages(bench);
    assertThatThrownBy(() -> bench.slub.vacate(bench.cpu1, head))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("get_page_unless_zero: ");
    bench.assertSound();
  }

  @Test
  void withoutDebugVmTheHeadIsVacated() {
    Bench bench = new Bench(Slub::new, false);
    Page head = slabOfTwoPages(bench);
    assertThat(bench.slub.vacate(bench.cpu1, head)).isEqualTo(Vacated.EMPTIED);
    bench.assertSound();
  }

  @Test
  void withoutDebugVmATailCannotBePinned() {
    Bench bench = new Bench(Slub::new, false);
    Page tail = bench.machine.memMap.page(slabOfTwoPages(bench).pfn + 1);
    assertThat(bench.slub.vacate(bench.cpu1, tail)).isEqualTo(Vacated.NO_PAGE);
    bench.assertSound();
  }

  private static Page slabOfTwoPages(Bench bench) {
    KmemCache s = bench.cache(2, 1, 0, null, bench.kicking(Integer.MAX_VALUE));
    return bench.pageOf(bench.fullSlab(s)[0]);
  }
}
