// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Breach;
import vacate.universe.Ruling;
import vacate.universe.SweepSummary;
import vacate.universe.Swept;

class SweepTableTest {
  private static Ruling proved(MemoryModel model, String loadBuffering) {
    return new Ruling(
        model, Verdict.PROVED, null, 10, 2, null, loadBuffering, List.of(), List.of());
  }

  private static Ruling refuted(MemoryModel model) {
    List<Breach> breaches = List.of(new Breach("it is broken", "v1.x", null));
    return new Ruling(
        model, Verdict.REFUTED, null, 20, 0, "a 64-bit JVM", null, breaches, List.of());
  }

  private static Swept swept(String scenario, Ruling... rulings) {
    return new Swept(Revision.POSTED, Scenario.parse(scenario), List.of(rulings), true);
  }

  private static List<String> lines(List<Swept> swept) {
    List<SweepSummary> summaries =
        Stream.of(MemoryModel.SC, MemoryModel.JMM).map(m -> SweepSummary.of(m, swept)).toList();
    return new SweepTable("posted", "up to 1 CPU", summaries)
        .lines(List.of("from nowhere"), "not begun", 100);
  }

  @Test
  void saysUnderWhichModelsAScenarioIsBrokenIfNotUnderAll() {
    Swept both = swept("full: vacate", refuted(MemoryModel.SC), refuted(MemoryModel.JMM));
    Swept one = swept("kept: vacate", proved(MemoryModel.SC, null), refuted(MemoryModel.JMM));

    assertThat(lines(List.of(one, both)))
        .containsExactly(
            "REFUTED posted under sc, broken in 1 of 2 scenarios of up to 1 CPU",
            "  30 executions, 2 blocked",
            "  assumes a 64-bit JVM, in 1",
            "REFUTED posted under jmm, broken in 2 of 2 scenarios of up to 1 CPU",
            "  40 executions, 0 blocked",
            "  assumes a 64-bit JVM, in 2",
            "from nowhere",
            "",
            "it is broken, in 1 under sc, 2 under jmm",
            "  kept: vacate  under jmm",
            "  full: vacate");
  }

  @Test
  void whatIsNotDecidedUnderAModelIsNotProvedUnderIt() {
    Ruling undecided =
        new Ruling(
            MemoryModel.JMM,
            Verdict.BOUNDED,
            "it is long",
            5,
            0,
            null,
            "undecided",
            List.of(),
            List.of());

    assertThat(lines(List.of(swept("full: vacate", proved(MemoryModel.SC, null), undecided))))
        .containsExactly(
            "PROVED posted under sc in all 1 scenarios of up to 1 CPU",
            "  10 executions, 2 blocked",
            "BOUNDED posted under jmm of 1 scenarios of up to 1 CPU",
            "  5 executions, 0 blocked",
            "  load buffering is not explored, and not ruled out in 1",
            "from nowhere",
            "",
            "not decided under jmm, 1",
            "  full: vacate: BOUNDED: it is long");
  }

  @Test
  void oneThatWasNotBegunKeepsTheOthersFromBeingAProof() {
    Swept proved =
        swept("full: vacate", proved(MemoryModel.SC, null), proved(MemoryModel.JMM, "impossible"));
    Swept not = Swept.notBegun(Revision.POSTED, Scenario.parse("kept: vacate"));

    assertThat(lines(List.of(proved, not)))
        .containsExactly(
            "BOUNDED posted under sc of 2 scenarios of up to 1 CPU",
            "  10 executions, 2 blocked",
            "BOUNDED posted under jmm of 2 scenarios of up to 1 CPU",
            "  10 executions, 2 blocked",
            "from nowhere",
            "",
            "not begun, 1");
  }
}
