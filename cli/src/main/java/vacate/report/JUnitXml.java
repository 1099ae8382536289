// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vacate.claim.Finding;
import vacate.claim.Form;

/**
 * Findings as JUnit XML, as CI systems read it: one test case each, a suite for each judge and
 * model. A verdict that is not as declared is a failure; what was not run, left out or interrupted
 * is skipped.
 */
final class JUnitXml {
  private final Markup out = Markup.xml();
  private final Report report;

  private JUnitXml(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    JUnitXml document = new JUnitXml(report);
    document.write();
    return document.out.toString();
  }

  private void write() {
    Map<String, List<Finding>> suites = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      suites.computeIfAbsent(FindingText.judge(finding), key -> new ArrayList<>()).add(finding);
    }
    out.open("testsuites", counts("vacate", report.findings())).line();
    suites.forEach(this::suite);
    out.closeLine();
  }

  private void suite(String name, List<Finding> findings) {
    out.open("testsuite", counts(name, findings)).line();
    findings.forEach(this::testCase);
    out.closeLine();
  }

  private String[] counts(String name, List<Finding> findings) {
    return new String[] {
      "name",
      name,
      "tests",
      Integer.toString(findings.size()),
      "failures",
      Long.toString(findings.stream().filter(JUnitXml::isFailure).count()),
      "errors",
      "0",
      "skipped",
      Long.toString(findings.stream().filter(JUnitXml::isSkipped).count()),
      "time",
      time(findings.stream().mapToLong(Finding::millis).sum())
    };
  }

  private String time(long millis) {
    return report.isTimed() ? String.format(Locale.ROOT, "%.3f", millis / 1e3) : null;
  }

  private static boolean isSkipped(Finding finding) {
    return switch (finding.verdict()) {
      case LEFT_OUT, INTERRUPTED, NOT_RUN -> true;
      default -> false;
    };
  }

  private static boolean isFailure(Finding finding) {
    return !isSkipped(finding) && !finding.asExpected();
  }

  private void testCase(Finding finding) {
    out.open(
        "testcase",
        "classname",
        finding.kind()
            + "."
            + FindingText.names(finding)
            + (FindingText.isQualified(finding) ? "." + Form.QUALIFIED : "")
            + (finding.revision() == null ? "" : "." + finding.revision()),
        "name",
        Objects.requireNonNullElse(finding.test(), FindingText.names(finding))
            + " ["
            + FindingText.judge(finding)
            + "]",
        "time",
        time(finding.millis()));
    String reason = Objects.requireNonNullElse(finding.reason(), "");
    if (isSkipped(finding)) {
      out.empty("skipped", "message", reason);
    } else if (isFailure(finding)) {
      out.leaf(
          "failure",
          reason.isEmpty()
              ? FindingText.evidence(finding)
              : FindingText.evidence(finding) + "; " + reason,
          "type",
          finding.verdict().toString(),
          "message",
          "declared " + FindingText.expected(finding) + ", judged " + finding.verdict());
    }
    out.closeLine();
  }
}
