// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.GivenUpWaits;
import vacate.explorer.model.MemoryModel;

/** What OpenJDK does was seen of all but returns for no reason; of those JLS 17.2.1 says so. */
class GivenUpWaitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "InterruptedAndSignalled       | done, true, false; back, true, true; interrupted, true, false; back, false, false",
        "InterruptedAndAllSignalled    | done, true, false; back, true, true; interrupted, true, false; back, false, false",
        "SignalledAndInterrupted       | done, true, false; back, true, true; back, false, false",
        "InterruptedAndSignalledInTime | done, true, false; signalled, true, true; interrupted, true, false; in vain, true, true; in vain, false, false",
        "SignalledInTimeAndInterrupted | done, true, false; signalled, true, true; in vain, true, true; in vain, false, false",
        "InterruptedAndNotified        | done, true, false; back, true, true; interrupted, true, false; back, false, false",
        "InterruptedAndNotifiedInTime  | done, true, false; back, true, true; interrupted, true, false; back, false, false",
        "NotifiedInTimeAndInterrupted  | done, true, false; back, true, true; interrupted, true, false; back, false, false",
        "OneSignalForTwo               | true, true; true, false; false, true; false, false",
        "OneWaitsForEver               | true, true; false, true",
        "PassesSomeCondition           | true, 3; true, 2; false, 3; false, 2",
        "PassesSomeMonitor             | true, 3; true, 2; false, 3; false, 2",
        "LooksAgain                    | true, 3; true, 2; false, 3; false, 2",
        "TakesTurns                    | true, 2",
        "RemembersTheTurn              | true, 0; false, 0",
      })
  void comesToAllThatMayBe(String name, String outcomes) throws ClassNotFoundException {
    Class<?> test = Class.forName(GivenUpWaits.class.getName() + "$" + name.strip());
    List<String> all = Arrays.asList(outcomes.strip().split("; "));
    for (MemoryModel model : MemoryModel.values()) {
      Result r = Explorer.explore(test, model);
      assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
      assertThat(r.outcomeIds()).as(r.toString()).containsExactlyInAnyOrderElementsOf(all);
    }
  }
}
