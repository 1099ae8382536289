// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.cases.WaitsInTurns;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Reduction;

/** Threads that would go on in turns wait for nothing that never comes. */
class WaitsInTurnsTest {
  private static Result explored(Class<?> test, MemoryModel model) {
    return Explorer.explore(test, Set.of(model), Settings.DEFAULT.reducing(Reduction.NONE))
        .get(model);
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void whoPassesAWaitAndThenDoesWhatTheOtherWaitsForIsNoDeadlock(MemoryModel model) {
    Result r = explored(WaitsInTurns.Ends.class, model);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("1");
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void whoWaitsForWhatNobodyDoesWaitsForEver(MemoryModel model) {
    Result r = explored(WaitsInTurns.NeverEnds.class, model);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).containsExactly("deadlock");
  }
}
