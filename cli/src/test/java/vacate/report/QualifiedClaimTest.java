// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Topic;
import vacate.claim.Verdict;

/** A claim that is false as it stands, and proved with a condition. */
class QualifiedClaimTest {
  private static final Row BROKEN = row(Verdict.REFUTED).of(Topic.of(Claim.C10));
  private static final Row SAVED = row(Verdict.PROVED).of(Topic.of(Claim.C10, Form.QUALIFIED));
  private static final String CONDITION = Claim.C10.condition(Form.QUALIFIED);

  private static Row row(Verdict verdict) {
    return new Row(
        "",
        "",
        Kind.CLAIM,
        "corrected",
        "explorer",
        "sc",
        "vacate.stress.claim.C10_Some.Corrected",
        List.of(verdict),
        verdict,
        7L,
        0L,
        null,
        null,
        null,
        null,
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
    List<Board.Line> lines = Board.lines(report().rows());

    assertThat(lines).extracting(Board.Line::condition).containsExactly(null, CONDITION);
    assertThat(lines)
        .extracting(line -> line.cell("sc").verdict())
        .containsExactly(Verdict.REFUTED, Verdict.PROVED);
  }

  @Test
  void aRowThatIsAboutBothIsInBothLines() {
    Row joined =
        new Row(
            "C1+C10+C10",
            "a+b+b",
            Kind.CLAIM,
            "posted",
            "jcstress",
            null,
            "test",
            List.of(Verdict.OBSERVED),
            Verdict.OBSERVED,
            null,
            null,
            1L,
            null,
            100L,
            1L,
            null,
            null,
            null,
            1,
            "literal+literal+qualified",
            CONDITION);

    assertThat(Board.lines(subject(), List.of(joined)))
        .extracting(Board.Line::condition)
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

    Row both = row(Verdict.REFUTED).of(Topic.of(Claim.C10, Form.QUALIFIED));
    assertThat(Sarif.of(new Report(List.of(BROKEN, both), List.of(), List.of())))
        .contains("inuse-changes-under-lock-only/corrected\"")
        .contains("inuse-changes-under-lock-only/corrected, qualified\"")
        .contains("in corrected, even if " + CONDITION);
  }
}
