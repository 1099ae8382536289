// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.SemaphoreQueues;
import vacate.explorer.model.MemoryModel;

/**
 * What one that waits keeps others from. The outcomes are those that OpenJDK's own code has,
 * explored as such; but of what memory orders.
 */
class SemaphoreQueuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FairWantsTwo  | SC  | 1, 1; deadlock",
        "FairWantsTwo  | JMM | 1, 1; deadlock",
        "WantsTwo      | SC  | 1, 1",
        "WaitsBehind   | SC  | 1, 1; deadlock",
        "FairForAWhile | SC  | false, 1; true, 0",
        "FairOnlyTries | SC  | false, true; true, false",
        "GivesUp       | SC  | false, 1",
        "IsInterrupted | SC  | true, 1; deadlock",
        "OrdersNothing | JMM | true, 1; true, 0; false, 1; false, 0",
        "Alike         | SC  | true, false; false, true; false, false",
        "FairLock      | SC  | true, false; false, false; false, true; deadlock",
      })
  void giveWhatTheQueueGives(String name, MemoryModel model, String outcomes)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(SemaphoreQueues.class.getName() + "$" + name);
    Result r = Explorer.explore(test, model);
    assertThat(r.outcomeIds()).as(r.toString()).containsExactlyInAnyOrder(outcomes.split("; "));
  }
}
