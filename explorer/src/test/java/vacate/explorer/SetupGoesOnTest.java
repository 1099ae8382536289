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
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.SetupGoesOn;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** Setup that goes on beside a thread that it has started overlaps it, and comes before actors. */
class SetupGoesOnTest {
  private static Map<MemoryModel, Result> explore(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(SetupGoesOn.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VolatileDekker",
        "ActorsBeginAfterIt",
        "Joins",
        "Submits",
        "Composes",
        "Notifies",
        "StartsTwice",
        "ByAnInitialiser",
        "ByTheInitialiserOfAnother",
        "DaemonTooLate"
      })
  void whatIsPromisedIsProved(String name) throws ClassNotFoundException {
    explore(name)
        .values()
        .forEach(r -> assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CountsTooEarly",
        "WaitsForEver",
        "SubmitsTooEarly",
        "ForgetsToNotify",
        "Names",
        "FillsTooLate",
        "PutsTooLate"
      })
  void whatIsNotPromisedIsRefuted(String name) throws ClassNotFoundException {
    explore(name)
        .values()
        .forEach(r -> assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED));
  }

  @Test
  void itsPlainAccessesAreNotInOrder() throws ClassNotFoundException {
    Map<MemoryModel, Result> results = explore("PlainDekker");
    assertThat(results.get(SC).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(results.get(SC).outcomeIds()).containsExactly("0, 1", "1, 0", "1, 1");
    assertThat(results.get(JMM).verdict()).isEqualTo(Verdict.REFUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "EndsWithAnException, 'setup, which has started a thread, ends with '",
    "KeepsALock, relies on which thread has run setup",
    "WhoIsIt, relies on which thread has run setup",
    "LivesOn, looks at the thread that runs setup",
    "IsInterrupted, interrupts the thread that runs setup",
    "InitialiserGoesOn, a class initialiser goes on after it has started a thread",
    "InitialiserFills, a class initialiser goes on after it has started a thread",
    "InitialiserLooksForInterrupt, calls java.lang.Thread.isInterrupted in setup",
    "InitialiserLooksForName, calls java.lang.Thread.getName in setup"
  })
  void whatNobodyCanSayIsRefused(String name, String reason) throws ClassNotFoundException {
    Result r = explore(name).get(JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(reason);
  }

  @Test
  void aTokenRebuildsWhatItDid() throws ClassNotFoundException {
    ClassLoader loader = SetupGoesOn.class.getClassLoader();
    StressTest test =
        new TestReader(loader).read(SetupGoesOn.class.getName() + "$PlainDekker").orElseThrow();
    String token = explore("PlainDekker").get(JMM).outcome("0, 0").witness().token();
    assertThat(Explorer.replay(test, loader, JMM, token).text(false))
        .contains("setup")
        .contains("PlainDekker@3.1.y = 1");
  }
}
