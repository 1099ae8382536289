// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.Verdict.BOUNDED;
import static vacate.explorer.Verdict.OBSERVED;
import static vacate.explorer.Verdict.PROVED;
import static vacate.explorer.Verdict.REFUTED;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Finding;
import vacate.claim.Form;
import vacate.claim.Topic;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

class MatrixTest {
  private static final int WIDE = 160;

  @Test
  void fitsANarrowTerminal() {
    List<Finding> findings =
        List.of(
            Findings.explorer(MemoryModel.SC, PROVED, PROVED),
            Findings.explorer(MemoryModel.TSO, PROVED, PROVED),
            Findings.explorer(MemoryModel.JMM, REFUTED, REFUTED),
            Findings.lincheck(BOUNDED, BOUNDED));

    assertThat(Matrix.lines(findings, 80))
        .hasSize(2)
        .allMatch(line -> line.length() <= 80)
        .noneMatch(line -> line.contains("one-means-success"));
    assertThat(Matrix.lines(findings, 60))
        .hasSize(5)
        .allMatch(line -> line.length() <= 60)
        .anyMatch(line -> line.matches("C14 +corrected +REFUTED +BOUNDED"));
  }

  @Test
  void aCellIsTheWorstThatAnyTestSays() {
    List<String> lines =
        Matrix.lines(
            List.of(
                Findings.explorer(MemoryModel.SC, PROVED, PROVED),
                Findings.explorer(MemoryModel.JMM, PROVED, PROVED),
                Findings.explorer(MemoryModel.JMM, REFUTED, REFUTED),
                Findings.lincheck(BOUNDED, BOUNDED)),
            WIDE);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).strip().split(" +")).containsExactly("sc", "jmm", "lincheck");
    assertThat(lines.get(1).split(" +"))
        .containsExactly("C14", "one-means-success", "corrected", "PROVED", "REFUTED", "BOUNDED");
  }

  @Test
  void aProofWithAConditionStandsBesideNoClaimAsItStands() {
    List<Finding> findings =
        List.of(
            Findings.explorer(MemoryModel.SC, PROVED, PROVED)
                .about(Topic.of(Claim.C10, Form.QUALIFIED)),
            Findings.explorer(MemoryModel.SC, REFUTED, REFUTED).about(Topic.of(Claim.C10)));

    for (int terminal : List.of(WIDE, 60)) {
      List<String> lines = Matrix.lines(findings, terminal);
      assertThat(lines.get(1)).startsWith("C10 ").doesNotContain(" if ").contains("REFUTED");
      assertThat(lines.get(2)).startsWith("C10 if ").contains("PROVED");
      assertThat(lines.get(3)).isEmpty();
      assertThat(lines).last().isEqualTo("C10 if  PageSlab is on");
      assertThat(lines).allMatch(line -> line.length() <= terminal);
    }
  }

  @Test
  void theRevisionsOfAClaimStandInTheirOrder() {
    Finding posted = Findings.explorer(Revision.POSTED, MemoryModel.SC, PROVED, PROVED);
    Finding prePatch = Findings.explorer(Revision.PRE_PATCH, MemoryModel.SC, PROVED, PROVED);

    List<String> lines =
        Matrix.lines(
            List.of(Findings.explorer(MemoryModel.SC, PROVED, PROVED), prePatch, posted), WIDE);

    assertThat(lines.get(1)).contains(" posted ");
    assertThat(lines.get(2)).contains(" prePatch ");
    assertThat(lines.get(3)).contains(" corrected ");
  }

  @Test
  void marksWhatIsNotAsDeclared() {
    assertThat(
            Matrix.lines(List.of(Findings.explorer(MemoryModel.SC, REFUTED, PROVED)), WIDE).get(1))
        .endsWith("REFUTED !!");
  }

  @Test
  void aLineIsAClaimInARevisionAndAJudgeMayHaveNothingToSay() {
    List<String> lines =
        Matrix.lines(
            List.of(
                Findings.stress("a", OBSERVED, OBSERVED),
                Findings.explorer(MemoryModel.TSO, PROVED, PROVED)),
            WIDE);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("C14").contains("PROVED").endsWith("-");
    assertThat(lines.get(2)).startsWith("d1").contains("posted", "-").endsWith("OBSERVED");
  }
}
