// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import org.junit.jupiter.api.Test;
import vacate.explorer.cases.LateInitializers;

/** Class initialisers run once for all executions: what that cannot show is refused. */
class LateInitializersTest {
  @Test
  void fieldsThatBecomeKnownWithinEachOtherAreTwo() {
    assertThat(Explorer.explore(LateInitializers.Dekker.class, SC).verdict())
        .isEqualTo(Verdict.PROVED);
    assertThat(Explorer.explore(LateInitializers.Dekker.class, TSO).verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void whatIsTheClassesOwnIsJudged() {
    Result r = Explorer.explore(LateInitializers.UsesItsOwn.class, SC);
    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("0, 3", "4, 3");
  }
}
