// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Values;

/** Equal values are not the same object: what depends on that is not judged. */
class ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "SwapsBox, java.lang.Integer",
    "ComparesStrings, java.lang.String",
    "LocksBoxes, java.lang.Float",
    "ComparesTimes, java.time.Duration"
  })
  void theIdentityOfACopyIsNotKnown(String name, String type) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(Values.class.getName() + "$" + name), JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason())
        .contains("relies on the identity of a " + type + ", at ")
        .contains("(Values.java:");
  }

  @Test
  void timesAreWhatTheyEqual() {
    Result r = Explorer.explore(Values.SharesTimes.class, JMM);

    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("0, false", "1, false", "60, true");
  }

  @Test
  void theDayIsOneThatTheResultNames() {
    Result r = Explorer.explore(Values.AsksForTheTime.class, JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("false");
    assertThat(r.assumes()).contains("a test that runs on 2026-01-01");
  }

  @Test
  void theIdentityOfWhatTheJvmHasOnceIsKnown() {
    assertThat(Explorer.explore(Values.ComparesCached.class, JMM).verdict())
        .isEqualTo(Verdict.PROVED);
  }
}
