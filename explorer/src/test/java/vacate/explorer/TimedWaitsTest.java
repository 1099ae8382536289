// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.TimedWaits;
import vacate.explorer.setups.SetupWaits;

/** Who waits for a while gets what it waits for, or has waited for so long. */
class TimedWaitsTest {
  private static Result explore(Class<?> in, String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(in.getName() + "$" + name), JMM);
  }

  private static void isJudged(Class<?> in, String name, Verdict verdict)
      throws ClassNotFoundException {
    Result r = explore(in, name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LockInTimeOrADay",
        "PermitInTimeOrADay",
        "OthersKnowOfTheDay",
        "WaitsTwiceForAges",
        "UnitWaits",
        "UnitWaitsWithoutTheMonitor",
        "UnitJoins"
      })
  void whatHoldsIsProved(String name) throws ClassNotFoundException {
    isJudged(TimedWaits.class, name, Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LockInLessThanADay",
        "PermitInTime",
        "OthersLookWhenTheyLike",
        "UnitWaitsLongEnough",
        "UnitJoinsLongEnough"
      })
  void whatNeedNotComeInTimeIsRefuted(String name) throws ClassNotFoundException {
    isJudged(TimedWaits.class, name, Verdict.REFUTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SetupWaitsForDays", "ActorWaitsForDays", "CommonPoolIsIdle", "LooksOften"})
  void whatDoesNotComeTakesItsTime(String name) throws ClassNotFoundException {
    isJudged(SetupWaits.class, name, Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SetupWaitsForLess", "ActorWaitsForLess", "LooksMoreOften"})
  void itTakesNoLess(String name) throws ClassNotFoundException {
    isJudged(SetupWaits.class, name, Verdict.REFUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "LooksForEver, setup looks at the time more than 2000000 times",
    "PollsAgainAndAgain, setup waits in vain more than 10000 times"
  })
  void whatComesToNoEndIsRefused(String name, String why) throws ClassNotFoundException {
    Result r = explore(SetupWaits.class, name);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(why + ", at ");
  }

  /** Else no time would pass to the actor that sets it off. */
  @Test
  void anInitialiserThatSleepsHasDoneSoBefore() throws ClassNotFoundException {
    Result r = explore(SetupWaits.class, "InitialiserSleeps");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    Result late = explore(SetupWaits.class, "InitialiserSleepsLate");
    assertThat(late.verdict()).as(late.toString()).isEqualTo(Verdict.REFUTED);
    assertThat(r.assumes() + late.assumes())
        .contains("a class initialised before the actors run: " + SetupWaits.class.getName());
  }
}
