// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.StreamsAndPolls;

/** A stream over a collection that is code, and a wait that is polled under a lock. */
class StreamsAndPollsTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(StreamsAndPolls.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CopyOnWriteStream", "QueueStream", "SleepsBetween", "WaitsBetween"})
  void whatIsRightIsProved(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).as(explore(name).toString()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListStream", "TakesTheNotification"})
  void whatIsWrongIsRefuted(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).as(explore(name).toString()).isEqualTo(Verdict.REFUTED);
  }
}
