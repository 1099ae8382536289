// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Signalled;
import vacate.explorer.model.MemoryModel;

/** A signal that is given the actor's thread, as jcstress gives it to the signal alone. */
class SignalledThreadsTest {
  @ParameterizedTest
  @CsvSource({
    "Sleeps, PROVED",
    "LooksAtTheFlag, PROVED",
    "TakesTheFlag, PROVED",
    "Waits, PROVED",
    "Locks, PROVED",
    "IsUnparked, PROVED",
    "IsJoined, PROVED",
    "TakesItTwice, REFUTED",
    "IsUnparkedEarly, REFUTED",
  })
  void wakesTheActor(String name, Verdict verdict) throws ClassNotFoundException {
    Map<MemoryModel, Result> results = explored(name);

    assertThat(results.get(SC).verdict()).as(results.get(SC).toString()).isEqualTo(verdict);
    assertThat(results.get(JMM).verdict()).as(results.get(JMM).toString()).isEqualTo(verdict);
  }

  @Test
  void isTheSignalsAlone() throws ClassNotFoundException {
    Result r = explored("ActorWithAThread").get(SC);

    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason())
        .isEqualTo("a parameter that is neither @State nor @Result: java.lang.Thread in actor");
  }

  private static Map<MemoryModel, Result> explored(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(Signalled.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
  }
}
