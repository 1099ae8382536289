// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.ForkedTasks;

/** Tasks of a fork-join pool are threads; that each has one the result says. */
class ForkedTasksTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(ForkedTasks.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gets",
        "Recurs",
        "RecursInAPool",
        "InvokesAll",
        "Fails",
        "ShutsDown",
        "StealsWork",
        "OfDefaultThreads"
      })
  void whatTasksPromiseIsProved(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).contains("a thread of its own for each task of a ForkJoinPool");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Races"})
  void whatTheyDoNotIsRefuted(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).isEqualTo(Verdict.REFUTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OfOneThread", "StealsNoWork"})
  void aPoolThatWouldOrderItsTasksIsRefused(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("ForkJoinPool.<init> for one thread");
  }
}
