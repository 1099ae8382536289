// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Times;

/** To an actor the time is a choice, that does not go back. */
class TimesTest {
  private static Result explore(String name) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(Times.class.getName() + "$" + name), JMM);
    assertThat(r.assumes()).contains("between two looks at the time nothing passes, or an hour");
    return r;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DoesNotGoBack",
        "DoesNotGoBackAcross",
        "Deadline",
        "TimedWait",
        "SleepPasses",
        "PollPasses"
      })
  void whatHoldsHoweverLateItIsIsProved(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TwoLooksDiffer", "TwoLooksAreEqual", "DeadlineIsTooEarly"})
  void whatOnlyHoldsAtSomeSpeedIsRefuted(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).isEqualTo(Verdict.REFUTED);
  }
}
