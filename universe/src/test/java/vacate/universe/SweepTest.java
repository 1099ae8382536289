// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;

class SweepTest {
  private static final List<Scenario> SCENARIOS =
      Stream.of("full: vacate", "partial: free(0) | vacate", "kept: alloc | vacate", "full: drain")
          .map(Scenario::parse)
          .toList();

  @Test
  void isProvedIfEveryExecutionOfEachScenarioWasVisited() throws Exception {
    SweepSummary summary = SweepSummary.of(sweep(Revision.CORRECTED, Bounds.DEFAULT, 1));

    assertThat(summary.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(summary.scenarios()).isEqualTo(4);
    assertThat(summary.executions()).isGreaterThan(100);
  }

  @Test
  void tellsInWhichScenariosWhatIsBroken() throws Exception {
    SweepSummary summary = SweepSummary.of(sweep(Revision.POSTED, Bounds.DEFAULT, 2));

    assertThat(summary.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(summary.broken())
        .containsEntry(
            "C14: vacate answers 1, and the page still is a slab", SCENARIOS.subList(0, 2));
  }

  @Test
  void isTheSameHoweverManyWorkersThereAre() throws Exception {
    assertThat(SweepSummary.of(sweep(Revision.POSTED, Bounds.DEFAULT, 3)))
        .isEqualTo(SweepSummary.of(sweep(Revision.POSTED, Bounds.DEFAULT, 1)));
  }

  @Test
  void isBoundedIfOneScenarioWasNotExploredToTheEnd() throws Exception {
    Bounds few = new Bounds(Bounds.DEFAULT.loop(), 20);

    SweepSummary summary = SweepSummary.of(sweep(Revision.CORRECTED, few, 1));

    assertThat(summary.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(summary.undecided()).containsKey(SCENARIOS.get(1));
    assertThat(summary.undecided()).doesNotContainKey(SCENARIOS.get(3));
  }

  @Test
  void whatIsNotBegunInTimeIsCounted() throws Exception {
    Deadline past = Deadline.in(Duration.ZERO, System::nanoTime, "0 s");
    Sweep sweep = new Sweep(Revision.CORRECTED, MemoryModel.SC, Bounds.DEFAULT, past);

    SweepSummary summary = SweepSummary.of(sweep.run(SCENARIOS, 1, done -> {}));

    assertThat(summary.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(summary.notBegun()).isEqualTo(4);
  }

  @Test
  void thoseThatComeAfterAStopAreNotBegun() throws Exception {
    Sweep sweep = new Sweep(Revision.CORRECTED, MemoryModel.SC, Bounds.DEFAULT, Deadline.NONE);

    SweepSummary summary = SweepSummary.of(sweep.run(SCENARIOS, 1, done -> sweep.stop()));

    assertThat(summary.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(summary.notBegun()).isEqualTo(3);
  }

  @Test
  void tellsHowManyAreDone() throws Exception {
    List<Integer> told = new ArrayList<>();

    new Sweep(Revision.CORRECTED, MemoryModel.SC, Bounds.DEFAULT, Deadline.NONE)
        .run(SCENARIOS, 2, told::add);

    assertThat(told).containsExactly(1, 2, 3, 4);
  }

  private static List<Sweep.Swept> sweep(Revision revision, Bounds bounds, int workers)
      throws InterruptedException {
    return new Sweep(revision, MemoryModel.SC, bounds, Deadline.NONE)
        .run(SCENARIOS, workers, done -> {});
  }
}
