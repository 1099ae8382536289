// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.model.MemoryModel;
import vacate.stress.control.DekkerPlain;

class StrictTest {
  @Test
  void refutesATestWhoseInterestingOutcomeComesAbout() {
    Result tso = Strict.read(Explorer.explore(DekkerPlain.class, MemoryModel.TSO));

    assertThat(tso.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(tso.outcome("0, 0").expect()).isEqualTo(Expectation.FORBIDDEN);
  }

  @Test
  void leavesATestProvedWhoseInterestingOutcomeIsImpossible() {
    Result sc = Strict.read(Explorer.explore(DekkerPlain.class, MemoryModel.SC));

    assertThat(sc.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(sc.outcome("0, 0").isImpossible()).isTrue();
  }
}
