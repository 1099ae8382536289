// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import vacate.claim.Finding;

/** What was interrupted or left out is told as that, and contradicts nothing. */
class StoppedRunTest {
  private static final List<Finding> FINDINGS = Sample.stopped();

  private final Report report = new Report(FINDINGS, List.of(), List.of());

  @Test
  void itIsNoFailureOfATestCase() {
    Document document = Xml.parse(JUnitXml.of(report));
    assertThat(Xml.all(document, "skipped")).hasSize(3);
    assertThat(Xml.all(document, "failure")).isEmpty();
  }

  @Test
  void theSummaryCountsItByItsName() {
    assertThat(SummaryMarkdown.of(report))
        .contains("1 of 4 verdicts as declared, 1 left out, 2 interrupted.")
        .doesNotContain("ot as declared");
  }

  @Test
  void noCellOfTheMatrixIsMarked() {
    assertThat(VerdictMatrix.Cell.of(FINDINGS).differing()).isZero();
    assertThat(VerdictMatrix.Cell.of(FINDINGS.subList(1, 2)).verdict()).hasToString("LEFT OUT");
  }
}
