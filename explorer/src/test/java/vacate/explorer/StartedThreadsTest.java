// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.StartedThreads;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** Threads that a test starts itself run like actors, from where they are started. */
class StartedThreadsTest {
  private static Map<MemoryModel, Result> explore(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(StartedThreads.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ArbiterJoins",
        "MadeInSetup",
        "JoinsAnActor",
        "SingleThread",
        "FutureGets",
        "ClassOfItsOwn",
        "Throws",
        "StartsTwice",
        "SpinsWhileAlive",
        "TimedJoin",
        "Current",
        "Interrupts",
        "TwoStart",
        "Latch",
        "InvokesAll",
        "Terminates",
        "HasItsLocals",
        "StartsFour",
        "SetupStartsThree"
      })
  void whatStartAndJoinPromiseIsProved(String name) throws ClassNotFoundException {
    explore(name)
        .values()
        .forEach(r -> assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ArbiterDoesNotJoin",
        "PoolRaces",
        "ClassOfItsOwnIsNotJoined",
        "JoinsOneThatWaits",
        "TimedJoinIsTooShort",
        "DoesNotTerminate",
        "StartedInSetup",
        "AsyncRaces",
        "Dekker",
        "WorkerIsLate",
        "ThreeRace"
      })
  void whatTheyDoNotPromiseIsRefuted(String name) throws ClassNotFoundException {
    Result r = explore(name).get(JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void whatIsOnlyWrongInWeakMemoryIsProvedWithoutThat() throws ClassNotFoundException {
    assertThat(explore("Dekker").get(SC).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(explore("Dekker").get(SC).outcomeIds()).containsExactly("0, 1", "1, 0", "1, 1");
  }

  @Test
  void thereAreNoMoreThanFourOfOneActor() throws ClassNotFoundException {
    Result r = explore("StartsFive").get(JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).startsWith("starts more than 4 threads, at ");
  }

  @Test
  void aTokenRebuildsWhatTheyDid() throws ClassNotFoundException {
    StressTest test =
        new TestReader(StartedThreads.class.getClassLoader())
            .read(StartedThreads.class.getName() + "$ArbiterDoesNotJoin")
            .orElseThrow();
    String token = explore("ArbiterDoesNotJoin").get(JMM).outcome("0").witness().token();
    assertThat(Explorer.replay(test, StartedThreads.class.getClassLoader(), JMM, token).text(false))
        .contains("life of")
        .contains("ArbiterDoesNotJoin#1.x -> 0");
  }
}
