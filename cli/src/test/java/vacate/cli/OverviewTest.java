// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.Verdict.BOUNDED;
import static vacate.explorer.Verdict.OBSERVED;
import static vacate.explorer.Verdict.PROVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Finding;
import vacate.claim.Form;
import vacate.claim.Topic;
import vacate.explorer.model.MemoryModel;

class OverviewTest {
  @Test
  void addsUpScenariosThatSayTheSame() {
    List<TableLine> overview =
        Overview.of(
            List.of(
                Findings.scenario("a", PROVED, PROVED, BOUNDED),
                Findings.scenario("b", BOUNDED, PROVED, BOUNDED),
                Findings.scenario("c", PROVED, PROVED, BOUNDED)));

    assertThat(overview)
        .extracting(line -> line.first().verdict())
        .containsExactly(PROVED, BOUNDED);
    assertThat(overview.get(0).tests()).isEqualTo("2 scenarios");
    assertThat(overview.get(0).evidence()).isEqualTo("341 k runs, depth 7");
  }

  @Test
  void addsUpWhatATestIsUnderSeveralModels() {
    List<TableLine> overview =
        Overview.of(
            List.of(
                Findings.explorer(MemoryModel.SC, PROVED, PROVED),
                Findings.explorer(MemoryModel.JMM, PROVED, PROVED),
                Findings.lincheck(PROVED, PROVED)));

    assertThat(overview).hasSize(2);
    assertThat(overview.get(0).tests()).endsWith("C14_OneMeansSuccess.Corrected");
    assertThat(overview.get(0).evidence()).isEqualTo("548 executions, sc,jmm, 0.1 s");
  }

  @Test
  void keepsWhatIsSaidWithAConditionApart() {
    List<Finding> findings =
        List.of(
            Findings.explorer(MemoryModel.SC, PROVED, PROVED).about(Topic.of(Claim.C10)),
            Findings.explorer(MemoryModel.SC, PROVED, PROVED)
                .about(Topic.of(Claim.C10, Form.QUALIFIED)),
            Findings.explorer(MemoryModel.JMM, PROVED, PROVED)
                .about(Topic.of(Claim.C10, Form.QUALIFIED)));

    List<TableLine> overview = Overview.of(findings);

    assertThat(overview)
        .extracting(line -> line.first().topics())
        .containsExactly(
            List.of(Topic.of(Claim.C10)), List.of(Topic.of(Claim.C10, Form.QUALIFIED)));
    assertThat(overview.get(1).evidence()).contains("sc,jmm");
  }

  @Test
  void leavesAloneWhatIsNotAsDeclaredAndWhatHardwareShowed() {
    List<Finding> findings =
        List.of(
            Findings.lincheck(BOUNDED, PROVED),
            Findings.lincheck(BOUNDED, PROVED),
            Findings.stress("a", OBSERVED, OBSERVED),
            Findings.stress("b", OBSERVED, OBSERVED));

    assertThat(Overview.of(findings)).isEqualTo(findings.stream().map(TableLine::of).toList());
  }
}
