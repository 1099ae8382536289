// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Dates;

/** The time of day is the time, whoever tells it, on a day that is assumed. */
class DatesTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(Dates.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"InstantsDoNotGoBack", "AllClocksAreOne"})
  void allClocksTellIt(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes())
        .contains("between two looks at the time nothing passes, or an hour")
        .contains("a test that runs on 2026-01-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NothingPasses", "ItIsTheSameHour"})
  void whatOnlyHoldsAtSomeSpeedIsRefuted(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aClockOfTheProgramTellsWhatItSays() throws ClassNotFoundException {
    Result r = explore("OwnClock");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).isNull();
  }

  @Test
  void aDateThatThreadsShareIsRefused() throws ClassNotFoundException {
    assertThat(explore("SharedDate").reason())
        .startsWith("calls java.util.Date.setTime on a java.util.Date that others may reach");
  }
}
