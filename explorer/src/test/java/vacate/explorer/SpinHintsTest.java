// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Hints;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Reduction;

class SpinHintsTest {
  @ParameterizedTest
  @ValueSource(classes = {Hints.GivesUp.class, Hints.Straight.class, Hints.CountsInMemory.class})
  void aHintIsNoWaitWhereTheThreadMayGoOn(Class<?> test) {
    Result result = Explorer.explore(test, MemoryModel.SC);
    assertThat(result.outcomeIds()).containsExactly("0", "1");
    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.blocked()).isZero();
  }

  @Test
  void aLoopThatOnlyLooksWaits() {
    Settings plain = Settings.DEFAULT.reducing(Reduction.NONE);
    Result result =
        Explorer.explore(Hints.Waits.class, Set.of(MemoryModel.JMM), plain).get(MemoryModel.JMM);
    assertThat(result.outcomeIds()).containsExactly("7");
    assertThat(result.executions()).isEqualTo(1);
    assertThat(result.blocked()).as("it sees what was there before").isEqualTo(1);
    assertThat(Explorer.explore(Hints.Waits.class, MemoryModel.JMM).blocked()).isZero();
  }
}
