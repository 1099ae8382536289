// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.cli.bench.cases.Counted;
import vacate.cli.bench.cases.Locked;
import vacate.cli.bench.cases.Played;
import vacate.cli.bench.cases.Written;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;

/** What is measured is what the page says that it is. */
class GrowthTest {
  private static Result explored(StressTest test) {
    return Explorer.explore(
            test,
            Exploring.LOADER,
            Set.of(MemoryModel.JMM),
            Exploring.settings(Long.MAX_VALUE),
            Progress.NONE)
        .get(MemoryModel.JMM);
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "3, 2", "4, 1"})
  void turnsThatExcludeEachOtherHaveAsManyExecutionsAsOrders(int threads, int turns) {
    for (Class<?> type : List.of(Counted.class, Locked.class)) {
      Result result = explored(Exploring.test(type, threads, turns));
      assertThat(result.verdict()).as(type.getName()).isEqualTo(Verdict.PROVED);
      assertThat(result.executions()).isEqualTo(Growth.orders(threads, turns));
    }
  }

  @Test
  void theOrdersOfFourThreadsWithThreeTurnsAreAMultinomialCoefficient() {
    assertThat(Growth.orders(4, 3)).isEqualTo(369_600);
  }

  @Test
  void whatIsReadOnceHasAsManyExecutionsAsWritesAndOne() {
    Result result = explored(Exploring.test(Written.class, 250));
    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.executions()).isEqualTo(251);
  }

  @Test
  void eachCpuBeginsWithAnotherOperation() {
    assertThat(Growth.scenario(3, 2))
        .isEqualTo("full: free(0); vacate | vacate; alloc | alloc; free(0)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"full: free(0) | vacate", ThreeCpus.SCENARIO})
  void scenariosOfThePortAreRead(String text) {
    assertThat(Scenario.parse(text)).hasToString(text);
  }

  @Test
  void afterAScenarioOfThePortTheMachineIsSound() {
    assertThat(explored(Exploring.test(Played.class, Growth.scenario(2, 1))).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aCellIsTheMedianOfItsRoundsAndExhaustedIfAllWere() {
    List<GrowthCell> cells =
        GrowthCell.of(
            List.of(
                "LOCK\t2\t1\ttrue\t2\t1\t0.5",
                "LOCK\t2\t2\ttrue\t6\t5\t3.0",
                "LOCK\t2\t1\ttrue\t2\t1\t0.7",
                "LOCK\t2\t2\tfalse\t4\t3\t9.0",
                "LOCK\t2\t1\ttrue\t2\t1\t0.1"));
    assertThat(cells)
        .containsExactly(
            new GrowthCell(Growth.Family.LOCK, 2, 1, true, 2, 1, 0.5),
            new GrowthCell(Growth.Family.LOCK, 2, 2, false, 4, 3, 6.0));
  }
}
