// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.Verdict.BOUNDED;
import static vacate.explorer.Verdict.INCONCLUSIVE;
import static vacate.explorer.Verdict.INTERRUPTED;
import static vacate.explorer.Verdict.LEFT_OUT;
import static vacate.explorer.Verdict.NOT_OBSERVED;
import static vacate.explorer.Verdict.NOT_RUN;
import static vacate.explorer.Verdict.OBSERVED;
import static vacate.explorer.Verdict.PROVED;
import static vacate.explorer.Verdict.REFUTED;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
  @Test
  void aRunThatRanNothingIsNotGreen() {
    assertThat(ExitStatus.of(List.of())).isEqualTo(4);
  }

  @Test
  void allAsDeclaredIsZero() {
    assertThat(
            ExitStatus.of(
                List.of(
                    Findings.stress("a", OBSERVED, OBSERVED),
                    Findings.lincheck(REFUTED, REFUTED),
                    Findings.lincheck(BOUNDED, PROVED, BOUNDED))))
        .isEqualTo(0);
  }

  @Test
  void aVerdictThatDiffersOutweighsOneThatIsMissing() {
    assertThat(
            ExitStatus.of(
                List.of(
                    Findings.stress("a", NOT_RUN, OBSERVED),
                    Findings.stress("b", OBSERVED, NOT_OBSERVED))))
        .isEqualTo(1);
  }

  @Test
  void aTestThatWasNotRunIsFour() {
    assertThat(
            ExitStatus.of(
                List.of(
                    Findings.stress("a", NOT_RUN, NOT_OBSERVED),
                    Findings.stress("b", INCONCLUSIVE, NOT_OBSERVED))))
        .isEqualTo(4);
  }

  @Test
  void whatWasLeftOutOrInterruptedIsNoDifferenceAndNotGreen() {
    assertThat(ExitStatus.of(List.of(Findings.stress("a", LEFT_OUT, NOT_OBSERVED)))).isEqualTo(3);
    assertThat(
            ExitStatus.of(
                List.of(
                    Findings.stress("a", INTERRUPTED, OBSERVED),
                    Findings.stress("b", OBSERVED, OBSERVED))))
        .isEqualTo(3);
  }

  @Test
  void aWeakVerdictWhereMoreWasDeclaredIsThree() {
    assertThat(ExitStatus.of(List.of(Findings.stress("b", INCONCLUSIVE, NOT_OBSERVED))))
        .isEqualTo(3);
    assertThat(ExitStatus.of(List.of(Findings.lincheck(BOUNDED, PROVED)))).isEqualTo(3);
  }
}
