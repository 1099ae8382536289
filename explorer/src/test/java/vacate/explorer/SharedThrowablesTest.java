// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.SharedThrowables;

/** A throwable of another actor says what it says in the execution, or is refused. */
class SharedThrowablesTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(SharedThrowables.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @CsvSource({
    "OfTheJdk, none / x is 0 / x is 1",
    "OfItsOwnClass, none / 0: trouble 0 / 1: trouble 1",
    "WithACause, none / outer ClassCastException",
    "NotLookedInto, false / true",
    "ChangedBefore, none / y",
    "ChangedAfterwards, false / true",
    "GuardsWithThem, none / one / other",
  })
  void itSaysWhatItsMakerHasMadeIt(String name, String outcomes) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.reason()).isNull();
    assertThat(r.outcomeIds())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(outcomes.split(" / ")));
  }

  @ParameterizedTest
  @CsvSource({
    "Racing, looks into a java.lang.Exception of another actor",
    "ChangedAndLookedAt, java.lang.Exception that others may reach",
    "LookedAtInTheEnd, looks at what a java.lang.Exception that others may reach suppresses",
    "CausedAfterwards, calls initCause on a java.lang.Exception that others may reach",
    "WithWordsOfItsOwn, Renamed made by an actor is shared",
  })
  void whatCouldBeSeenOtherwiseIsRefused(String name, String why) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(why).contains("(SharedThrowables.java:");
  }
}
