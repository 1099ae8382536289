// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Explorer;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;

class SweepTest {
  private static final List<Scenario> SCENARIOS =
      Stream.of("full: vacate", "partial: free(0) | vacate", "kept: alloc | vacate", "full: drain")
          .map(Scenario::parse)
          .toList();

  private static final Set<MemoryModel> SC = Set.of(MemoryModel.SC);

  @Test
  void isProvedIfEveryExecutionOfEachScenarioWasVisited() throws Exception {
    SweepSummary summary =
        SweepSummary.of(MemoryModel.SC, sweep(Revision.CORRECTED, Bounds.DEFAULT, 1));

    assertThat(summary.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(summary.scenarios()).isEqualTo(4);
    assertThat(summary.executions()).isGreaterThan(100);
  }

  @Test
  void tellsInWhichScenariosWhatIsBroken() throws Exception {
    SweepSummary summary =
        SweepSummary.of(MemoryModel.SC, sweep(Revision.POSTED, Bounds.DEFAULT, 2));

    assertThat(summary.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(summary.broken())
        .containsEntry(
            "C14: vacate answers 1, and the page still is a slab", SCENARIOS.subList(0, 2));
  }

  @Test
  void isTheSameHoweverManyWorkersThereAre() throws Exception {
    assertThat(SweepSummary.of(MemoryModel.SC, sweep(Revision.POSTED, Bounds.DEFAULT, 3)))
        .isEqualTo(SweepSummary.of(MemoryModel.SC, sweep(Revision.POSTED, Bounds.DEFAULT, 1)));
  }

  @Test
  void isBoundedIfOneScenarioWasNotExploredToTheEnd() throws Exception {
    Bounds few = new Bounds(Bounds.DEFAULT.loop(), 20);

    SweepSummary summary = SweepSummary.of(MemoryModel.SC, sweep(Revision.CORRECTED, few, 1));

    assertThat(summary.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(summary.undecided()).containsKey(SCENARIOS.get(1));
    assertThat(summary.undecided()).doesNotContainKey(SCENARIOS.get(3));
  }

  @Test
  void whatIsNotBegunInTimeIsCounted() throws Exception {
    Deadline past = Deadline.in(Duration.ZERO, System::nanoTime, "0 s");
    Sweep sweep = new Sweep(Revision.CORRECTED, SC, Bounds.DEFAULT, past);

    SweepSummary summary = SweepSummary.of(MemoryModel.SC, sweep.run(SCENARIOS, 1, each -> {}));

    assertThat(summary.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(summary.notBegun()).hasSize(4);
  }

  @Test
  void thoseThatComeAfterAStopAreNotBegun() throws Exception {
    Sweep sweep = new Sweep(Revision.CORRECTED, SC, Bounds.DEFAULT, Deadline.NONE);

    SweepSummary summary =
        SweepSummary.of(MemoryModel.SC, sweep.run(SCENARIOS, 1, each -> sweep.stop()));

    assertThat(summary.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(summary.notBegun()).hasSize(3);
  }

  @Test
  void tellsOfEachAsSoonAsItIsOver() throws Exception {
    List<Swept> told = new ArrayList<>();

    List<Swept> all =
        new Sweep(Revision.CORRECTED, SC, Bounds.DEFAULT, Deadline.NONE)
            .run(SCENARIOS, 2, told::add);

    assertThat(told).containsExactlyInAnyOrderElementsOf(all).allMatch(Swept::whole);
  }

  @Test
  void inOnePassFindsUnderEachModelWhatIsFoundUnderThatAlone() throws Exception {
    for (Revision revision : List.of(Revision.POSTED, Revision.CORRECTED)) {
      List<Swept> together =
          new Sweep(revision, Set.of(MemoryModel.values()), Bounds.DEFAULT, Deadline.NONE)
              .run(SCENARIOS, 1, each -> {});
      for (MemoryModel model : List.of(MemoryModel.SC, MemoryModel.JMM)) {
        List<Swept> alone =
            new Sweep(revision, Set.of(model), Bounds.DEFAULT, Deadline.NONE)
                .run(SCENARIOS, 1, each -> {});

        assertThat(SweepSummary.of(model, together)).isEqualTo(SweepSummary.of(model, alone));
        assertThat(together)
            .extracting(s -> s.under(model).orElseThrow().breaches())
            .containsExactlyElementsOf(
                alone.stream().map(s -> s.under(model).orElseThrow().breaches()).toList());
      }
    }
  }

  @Test
  void whatWasBrokenOffIsNotWhole() throws Exception {
    AtomicLong clock = new AtomicLong();
    long hour = Duration.ofHours(1).toNanos(); // as long as no test waits
    Deadline soon = Deadline.in(Duration.ofHours(30), () -> clock.addAndGet(hour), "30 hours");

    List<Swept> swept =
        new Sweep(Revision.CORRECTED, SC, Bounds.DEFAULT, soon).run(SCENARIOS, 1, each -> {});

    assertThat(swept).extracting(Swept::whole).containsExactly(true, false, false, false);
    assertThat(swept.get(1).rulings()).extracting(Ruling::verdict).containsOnly(Verdict.BOUNDED);
    assertThat(swept.get(2)).isEqualTo(Swept.notBegun(Revision.CORRECTED, SCENARIOS.get(2)));
  }

  @Test
  void whatIsBoundedEachTimeIsWhole() throws Exception {
    Bounds few = new Bounds(Bounds.DEFAULT.loop(), 20);

    assertThat(sweep(Revision.CORRECTED, few, 1).get(1))
        .returns(true, Swept::whole)
        .returns(Verdict.BOUNDED, s -> s.rulings().get(0).verdict());
  }

  @Test
  void aBreachIsShownByAnExecutionThatHasIt() throws Exception {
    Swept full = sweep(Revision.POSTED, Bounds.DEFAULT, 1).get(0);

    assertThat(full.rulings().get(0).breaches())
        .hasSize(2)
        .allSatisfy(
            breach ->
                assertThat(
                        Explorer.replay(
                                new ScenarioQuestion(Revision.POSTED, full.scenario()).test(),
                                Play.class.getClassLoader(),
                                MemoryModel.SC,
                                breach.token())
                            .execution()
                            .outcome())
                    .isEqualTo("EMPTIED=1, SLAB"));
  }

  private static List<Swept> sweep(Revision revision, Bounds bounds, int workers)
      throws InterruptedException {
    return new Sweep(revision, SC, bounds, Deadline.NONE).run(SCENARIOS, workers, each -> {});
  }
}
