// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Semaphores;
import vacate.explorer.model.MemoryModel;

class SemaphoresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TakesOne          | SC  | true, 0; true, 1; false, 1",
        "TakesOne          | JMM | true, 0; true, 1; false, 1; false, 0",
        "Asks              | SC  | true, 1; false, 0; false, 1",
        "Asks              | JMM | true, 1; false, 0; false, 1; true, 0",
        "ReleasesTwo       | JMM | 1, 1",
        "Drains            | JMM | true, 1; false, 0; false, 1",
        "FoundThroughARace | JMM | -1; 1",
      })
  void orderWhatTheySay(String name, MemoryModel model, String outcomes)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(Semaphores.class.getName() + "$" + name);
    Result r = Explorer.explore(test, model);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds())
        .as(r.toString())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(outcomes.split("; ")));
  }
}
