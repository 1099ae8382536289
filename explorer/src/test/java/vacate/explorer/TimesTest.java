// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Times;
import vacate.explorer.setups.SetupTimes;

/** To an actor the time is a choice, that does not go back; to setup it passes. */
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

  private static Result exploreSetup(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(SetupTimes.class.getName() + "$" + name), JMM);
  }

  /** From look to look, and for as long as setup waits; not from its last look to the first. */
  @ParameterizedTest
  @ValueSource(strings = {"Passes", "DoesNotGoBack", "InitialiserIsBefore", "WaitsInVain"})
  void toSetupItPasses(String name) throws ClassNotFoundException {
    Result r = exploreSetup(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes())
        .contains("one value of each random number and time that setup asks for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PassesNot",
        "GoesOn",
        "InitialiserIsAfter",
        "WaitsForNothing",
        "WaitsForWhoIsStarted"
      })
  void toSetupItIsNotWhatItLikes(String name) throws ClassNotFoundException {
    Result r = exploreSetup(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void setupThatWaitsAgainAndAgainWaitsForEver() throws ClassNotFoundException {
    Result r = exploreSetup("PollsForEver");
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("setup waits for ever, as nobody else runs, at ");
  }
}
