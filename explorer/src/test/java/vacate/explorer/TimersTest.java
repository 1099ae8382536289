// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Timers;
import vacate.explorer.model.MemoryModel;

/** A timer is code, and its thread one more of the program. */
class TimersTest {
  @ParameterizedTest
  @CsvSource({
    "Tells, '0, 0 / 1, 1', '0, 0 / 1, 1'",
    "WritesPlainly, '0, 0 / 0, 1 / 1, 1', '0, 0 / 0, 1 / 1, 0 / 1, 1'",
    "SchedulesAnother, '0, 0 / 1, 0 / 2, 0', '0, 0 / 1, 0 / 2, 0'",
    "Cancels, '1, 0 / 0, 0 / 0, 1', '1, 0 / 0, 0 / 0, 1'",
  })
  void aTaskRunsAfterItWasScheduled(String name, String sc, String jmm)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(Timers.class.getName() + "$" + name);
    Map<MemoryModel, Result> results = Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);

    assertThat(results.get(SC).outcomeIds())
        .as(results.get(SC)::toString)
        .containsExactlyInAnyOrder(sc.split(" / "));
    assertThat(results.get(JMM).outcomeIds())
        .as(results.get(JMM)::toString)
        .containsExactlyInAnyOrder(jmm.split(" / "));
    assertThat(results.get(JMM).verdict()).isEqualTo(Verdict.PROVED);
  }
}
