// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Form;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/** A claim that is false as it stands, and proved with a condition. */
class QualifiedClaimTest {
  private static final Finding BROKEN = finding(Topic.of(Claim.C10), Verdict.REFUTED);
  private static final Finding SAVED = finding(Topic.of(Claim.C10, Form.QUALIFIED), Verdict.PROVED);
  private static final String CONDITION = Claim.C10.condition(Form.QUALIFIED);

  private static Explored finding(Topic topic, Verdict verdict) {
    return new Explored(
        new Question(
            List.of(topic),
            Revision.CORRECTED,
            "vacate.stress.claim.C10_Some.Corrected",
            List.of(verdict)),
        MemoryModel.SC,
        verdict,
        new Explored.Extent(7, 0),
        null,
        null,
        null,
        1);
  }

  private static Report report() {
    return new Report(List.of(SAVED, BROKEN), List.of(), List.of());
  }

  private static Subject subject() {
    return Subject.all().stream().filter(s -> s.id().equals("C10")).findFirst().orElseThrow();
  }

  @Test
  void hasALineForEachFormAndThatAsItStandsComesFirst() {
    List<VerdictMatrix.Row> lines = VerdictMatrix.lines(report().findings());

    assertThat(lines).extracting(VerdictMatrix.Row::condition).containsExactly(null, CONDITION);
    assertThat(lines)
        .extracting(line -> line.cell("sc").verdict())
        .containsExactly(Verdict.REFUTED, Verdict.PROVED);
  }

  @Test
  void aFindingThatIsAboutBothIsInBothLines() {
    Finding joined =
        new Sampled(
            new Question(
                List.of(
                    Topic.of(Claim.C1), Topic.of(Claim.C10), Topic.of(Claim.C10, Form.QUALIFIED)),
                Revision.POSTED,
                "test",
                List.of(Verdict.OBSERVED)),
            Verdict.OBSERVED,
            1L,
            new Sampled.Samples(100, 1),
            null,
            null,
            List.of(),
            1);
    assertThat(VerdictMatrix.lines(subject(), List.of(joined)))
        .extracting(VerdictMatrix.Row::condition)
        .containsExactly(null, CONDITION);
  }

  @Test
  void thePageSaysTheConditionBesideTheProof() {
    String page = IndexHtml.of(report());

    assertThat(page)
        .contains("Would hold if", "if " + CONDITION)
        .containsPattern("(?s)class=\"condition\">if " + CONDITION + "<.{0,200}PROVED");
  }

  @Test
  void theClaimInItsRevisionIsWhatItIsAsItStands() {
    String page = IndexHtml.of(new Report(List.of(SAVED), List.of(), List.of()));
    String revisions = page.substring(page.indexOf("id=\"revisions\""));

    assertThat(revisions.substring(0, revisions.indexOf("</section>"))).doesNotContain("PROVED");
  }

  @Test
  void theSummaryTheTestCasesAndTheResultsTellThemApart() throws IOException {
    assertThat(SummaryMarkdown.of(report()))
        .contains("| inuse-changes-under-lock-only | corrected | REFUTED |")
        .contains("| inuse-changes-under-lock-only, if " + CONDITION + " | corrected | PROVED |");
    assertThat(JUnitXml.of(report()))
        .contains("\"claim.inuse-changes-under-lock-only.corrected\"")
        .contains("\"claim.inuse-changes-under-lock-only.qualified.corrected\"");

    Finding both = finding(Topic.of(Claim.C10, Form.QUALIFIED), Verdict.REFUTED);
    assertThat(Sarif.of(new Report(List.of(BROKEN, both), List.of(), List.of())))
        .contains("inuse-changes-under-lock-only/corrected\"")
        .contains("inuse-changes-under-lock-only/corrected, qualified\"")
        .contains("in corrected, even if " + CONDITION);
  }
}
