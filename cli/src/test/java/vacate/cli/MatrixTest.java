// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.claim.Verdict.BOUNDED;
import static vacate.claim.Verdict.OBSERVED;
import static vacate.claim.Verdict.PROVED;
import static vacate.claim.Verdict.REFUTED;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.claim.Row;
import vacate.claim.Topic;

class MatrixTest {
  private static final int WIDE = 160;

  @Test
  void fitsANarrowTerminal() {
    List<Row> rows =
        List.of(
            Rows.explorer("sc", PROVED, PROVED),
            Rows.explorer("tso", PROVED, PROVED),
            Rows.explorer("jmm", REFUTED, REFUTED),
            Rows.lincheck(BOUNDED, BOUNDED));

    assertThat(Matrix.lines(rows, 80))
        .hasSize(2)
        .allMatch(line -> line.length() <= 80)
        .noneMatch(line -> line.contains("one-means-success"));
    assertThat(Matrix.lines(rows, 60))
        .hasSize(5)
        .allMatch(line -> line.length() <= 60)
        .anyMatch(line -> line.matches("C14 +corrected +REFUTED +BOUNDED"));
  }

  @Test
  void aCellIsTheWorstThatAnyTestSays() {
    List<String> lines =
        Matrix.lines(
            List.of(
                Rows.explorer("sc", PROVED, PROVED),
                Rows.explorer("jmm", PROVED, PROVED),
                Rows.explorer("jmm", REFUTED, REFUTED),
                Rows.lincheck(BOUNDED, BOUNDED)),
            WIDE);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).strip().split(" +")).containsExactly("sc", "jmm", "lincheck");
    assertThat(lines.get(1).split(" +"))
        .containsExactly("C14", "one-means-success", "corrected", "PROVED", "REFUTED", "BOUNDED");
  }

  @Test
  void aProofWithAConditionStandsBesideNoClaimAsItStands() {
    List<Row> rows =
        List.of(
            Rows.explorer("sc", PROVED, PROVED).of(Topic.of(Claim.C10, Form.QUALIFIED)),
            Rows.explorer("sc", REFUTED, REFUTED).of(Topic.of(Claim.C10)));

    for (int terminal : List.of(WIDE, 60)) {
      List<String> lines = Matrix.lines(rows, terminal);
      assertThat(lines.get(1)).startsWith("C10 ").doesNotContain(" if ").contains("REFUTED");
      assertThat(lines.get(2)).startsWith("C10 if ").contains("PROVED");
      assertThat(lines.get(3)).isEmpty();
      assertThat(lines).last().isEqualTo("C10 if  PageSlab is on");
      assertThat(lines).allMatch(line -> line.length() <= terminal);
    }
  }

  @Test
  void theRevisionsOfAClaimStandInTheirOrder() {
    Row posted = Rows.revision("posted", Rows.explorer("sc", PROVED, PROVED));
    Row prePatch = Rows.revision("prePatch", Rows.explorer("sc", PROVED, PROVED));

    List<String> lines =
        Matrix.lines(List.of(Rows.explorer("sc", PROVED, PROVED), prePatch, posted), WIDE);

    assertThat(lines.get(1)).contains(" posted ");
    assertThat(lines.get(2)).contains(" prePatch ");
    assertThat(lines.get(3)).contains(" corrected ");
  }

  @Test
  void marksWhatIsNotAsDeclared() {
    assertThat(Matrix.lines(List.of(Rows.explorer("sc", REFUTED, PROVED)), WIDE).get(1))
        .endsWith("REFUTED !!");
  }

  @Test
  void aLineIsAClaimInARevisionAndAJudgeMayHaveNothingToSay() {
    List<String> lines =
        Matrix.lines(
            List.of(Rows.stress("a", OBSERVED, OBSERVED), Rows.explorer("tso", PROVED, PROVED)),
            WIDE);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("C14").contains("PROVED").endsWith("-");
    assertThat(lines.get(2)).startsWith("d1").contains("posted", "-").endsWith("OBSERVED");
  }
}
