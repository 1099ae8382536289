// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.Vacated;

/** Defect (j), cured: a slab of more than one page is vacated by its head. */
class CorrectedCompoundTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theHeadIsVacatedAndATailIsRefusedWhateverDebugVmSays(boolean debugVm) {
    Bench bench = new Bench(Corrected::new, debugVm);
    KmemCache s =
        bench.cache(
            2, 1, 0, (memory, object) -> memory.store(object, 1), bench.kicking(Integer.MAX_VALUE));
    Page head = bench.pageOf(bench.fullSlab(s)[0]);
    Page tail = bench.machine.memMap.page(head.pfn + 1);

    assertThat(bench.slub.vacate(bench.cpu1, tail)).isEqualTo(Vacated.NO_PAGE);
    assertThat(bench.slub.vacate(bench.cpu1, head)).isEqualTo(Vacated.EMPTIED);

    assertThat(bench.machine.pages.isFree(head)).isTrue();
    assertThat(bench.machine.pages.isFree(tail)).isTrue();
    bench.assertSound();
  }
}
