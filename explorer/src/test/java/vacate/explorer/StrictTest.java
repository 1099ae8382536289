// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.model.MemoryModel;

class StrictTest {
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE_INTERESTING)
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class InterestingDekker {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      r.r2 = x;
    }
  }

  @Test
  void refutesATestWhoseInterestingOutcomeComesAbout() {
    Result tso = Strict.read(Explorer.explore(InterestingDekker.class, MemoryModel.TSO));

    assertThat(tso.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(tso.outcome("0, 0").expect()).isEqualTo(Expectation.FORBIDDEN);
  }

  @Test
  void leavesATestProvedWhoseInterestingOutcomeIsImpossible() {
    Result sc = Strict.read(Explorer.explore(InterestingDekker.class, MemoryModel.SC));

    assertThat(sc.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(sc.outcome("0, 0").isImpossible()).isTrue();
  }
}
