// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.WhoRuns;

/** Setup, class initialisers, the arbiter and tasks run in one of several threads. */
class WhoRunsTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(WhoRuns.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NameOfSetup",
        "NameOfSetupAndStarted",
        "NameOfInitialiser",
        "KeyOfActors",
        "NobodyInterrupts",
        "OfAFuturesThreads"
      })
  void whatHoldsWhicheverItIsIsProved(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NameOfSetupAndAnother", "NobodyInterruptsIt", "OfAFuturesDaemons"})
  void whatDoesNotIsRefuted(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "NameOfSetupAndActor, relies on which thread has run setup",
    "NumberOfSetupAndActor, relies on which thread has run setup",
    "KeyOfSetup, relies on which thread has run setup",
    "KeyOfArbiter, relies on which thread runs the arbiter",
    "NameOfSetupAndArbiter, relies on which thread has run setup",
    "NameOfActorAndArbiter, relies on which thread runs the arbiter",
    "NameOfInitialiserAndActor, relies on which thread has run a class initialiser",
    "NameOfInitialiserAndSetup, a class initialiser that calls java.lang.Thread.currentThread",
    "Interrupts, 'interrupts a thread, for which a class initialiser has asked'",
    "OfAFuture, calls java.lang.Thread.isDaemon of a thread of CompletableFuture"
  })
  void whatDependsOnItIsRefused(String name, String reason) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(reason);
  }

  /** It was nobody of an earlier instance, if there is none. */
  @Test
  void whatIsAssumedGoesTogether() throws ClassNotFoundException {
    Result r = explore("FirstOfTwo");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes())
        .contains("the first instance of the test: ")
        .contains("a class initialised before the actors run: ")
        .contains("WhoRuns$Counts, by somebody else than an earlier instance");
  }
}
