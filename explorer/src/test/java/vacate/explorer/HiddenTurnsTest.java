// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.HiddenTurns;
import vacate.explorer.model.MemoryModel;

/** What a turn of a loop does where no hook sees it still tells it from a wait. */
class HiddenTurnsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Suppresses            | BOUNDED | 0, 1, 2, 3",
        "CausesTwice           | PROVED  | 1, 2",
        "CausesTwiceInSubclass | PROVED  | 1, 2",
      })
  void aTurnThatChangesAnExceptionIsNoWait(String name, Verdict verdict, String outcomes)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(HiddenTurns.class.getName() + "$" + name);
    for (MemoryModel model : MemoryModel.values()) {
      Result result = Explorer.explore(test, model, new Bounds(3, Long.MAX_VALUE));
      assertThat(result.outcomeIds()).as("%s", model).containsExactly(outcomes.split(", "));
      assertThat(result.verdict()).as("%s", model).isEqualTo(verdict);
    }
  }

  /** JLS 17.5.1 guarantees nothing of an object to whom the reference came another way, too. */
  @ParameterizedTest
  @CsvSource({"SC, 1 9, -1 1 9", "JMM, 0 1 9, -1 0 1 9"})
  void aTurnThatGetsAReferenceByARaceIsNoWait(MemoryModel model, String loop, String unrolled) {
    assertThat(Explorer.explore(HiddenTurns.ReferenceFromElsewhere.class, model).outcomeIds())
        .containsExactly(loop.split(" "));
    assertThat(
            Explorer.explore(HiddenTurns.ReferenceFromElsewhereUnrolled.class, model).outcomeIds())
        .containsExactly(unrolled.split(" "));
  }

  @Test
  void whoIsCutOffBehindAWaitIsNotSaidToDeadlock() {
    Class<?> test = HiddenTurns.LongWayAfterTheWait.class;
    Result bounded = Explorer.explore(test, MemoryModel.SC, new Bounds(5, Long.MAX_VALUE));
    assertThat(bounded.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(bounded.outcomeIds()).isEmpty();
    Result proved = Explorer.explore(test, MemoryModel.SC);
    assertThat(proved.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(proved.outcomeIds()).containsExactly("0");
  }
}
