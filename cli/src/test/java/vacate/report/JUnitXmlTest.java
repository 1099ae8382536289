// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitXmlTest {
  private final Document document = Xml.parse(JUnitXml.of(Sample.report()));

  @Test
  void everyRowIsATestCase() {
    assertThat(Xml.all(document, "testcase")).hasSameSizeAs(Sample.findings());
    assertThat(Xml.all(document, "testcase"))
        .extracting(testCase -> testCase.getAttribute("classname"))
        .contains("claim.reference-fails-if-being-freed.posted");
  }

  @Test
  void whatDiffersIsAFailureAndWhatWasNotRunIsSkipped() {
    assertThat(Xml.all(document, "failure"))
        .extracting(failure -> failure.getAttribute("message"))
        .containsExactlyInAnyOrder(
            "declared PROVED, judged BOUNDED",
            "declared REFUTED, judged PROVED",
            "declared REFUTED or PROVED, judged BOUNDED",
            "declared OBSERVED, judged INCONCLUSIVE");
    assertThat(Xml.all(document, "skipped"))
        .extracting(skipped -> skipped.getAttribute("message"))
        .singleElement()
        .asString()
        .startsWith("<script>");
  }

  @Test
  void theCountsOfEachSuiteAreThoseOfItsCases() {
    List<Element> suites = Xml.all(document, "testsuite");

    assertThat(suites).hasSizeGreaterThan(2);
    assertThat(suites)
        .allSatisfy(
            suite -> {
              assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
              assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
              assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
              assertThat(suite.getAttribute("errors")).isEqualTo("0");
            });
    assertThat(document.getDocumentElement().getAttribute("tests"))
        .isEqualTo(Integer.toString(Sample.findings().size()));
  }

  @Test
  void timesAreLeftOutWithTheMachine() {
    assertThat(JUnitXml.of(Sample.report())).contains("time=\"1.234\"");
    assertThat(JUnitXml.of(Sample.withoutMachine(Sample.findings()))).doesNotContain("time=");
  }

  private static String count(Element suite, String tag) {
    return Integer.toString(suite.getElementsByTagName(tag).getLength());
  }
}
