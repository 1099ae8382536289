// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.slub.Bench;
import vacate.slub.Vacated;

/** Defect (a), cured. */
class CorrectedReturnValueTest {
  @ParameterizedTest
  @EnumSource
  void isOneOnlyIfThePageWasEmptied(Vacated end) {
    Bench bench = new Bench(Corrected::new);
    assertThat(bench.slub.returnValue(end, end == Vacated.LEFTOVER ? 1 : 0))
        .isEqualTo(end == Vacated.EMPTIED ? 1 : 0);
  }
}
