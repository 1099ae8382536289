// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.NamedThreads;

/** Threads that started threads start, and what threads are called. */
class NamedThreadsTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(NamedThreads.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OfStartedOnes", "StagesInAChain", "Given", "GivenByAClass", "OfAPool"})
  void whatHoldsIsProved(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @CsvSource({"OfStartedOnesRace, 1", "Changed, after"})
  void whatDoesNotIsRefuted(String name, String by) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcome(by).refutes()).isTrue();
  }

  /** No program can rely on which it is, but on that it is its own. */
  @ParameterizedTest
  @ValueSource(strings = "OfActors")
  void aNameThatTheJvmGivesIsAssumed(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).isEqualTo("one name and number of each thread that the JVM gives one");
  }

  @ParameterizedTest
  @CsvSource({"GivenInARace, 2", "NumberedInARace, 7"})
  void aThreadThatMayNotHaveItsNameYetIsNotTakenToHaveAnother(String name, String length) {
    Class<?> test =
        Stream.of(NamedThreads.class.getClasses())
            .filter(c -> c.getSimpleName().equals(name))
            .findFirst()
            .orElseThrow();
    Result racy = Explorer.explore(test, JMM);
    assertThat(racy.verdict()).as(racy.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(racy.reason()).contains("may not have its name yet");
    Result inOrder = Explorer.explore(test, SC);
    assertThat(inOrder.outcomeIds()).containsExactly("0", length);
  }
}
