// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vacate.claim.Row;

/**
 * Rows as JUnit XML, as CI systems read it: one test case a row, a suite for each judge and model.
 * A verdict that is not as declared is a failure; what was not run, left out or interrupted is
 * skipped.
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
    Map<String, List<Row>> suites = new LinkedHashMap<>();
    for (Row row : report.rows()) {
      suites.computeIfAbsent(Words.judge(row), key -> new ArrayList<>()).add(row);
    }
    out.open("testsuites", counts("vacate", report.rows())).line();
    suites.forEach(this::suite);
    out.closeLine();
  }

  private void suite(String name, List<Row> rows) {
    out.open("testsuite", counts(name, rows)).line();
    rows.forEach(this::testCase);
    out.closeLine();
  }

  private String[] counts(String name, List<Row> rows) {
    return new String[] {
      "name",
      name,
      "tests",
      Integer.toString(rows.size()),
      "failures",
      Long.toString(rows.stream().filter(JUnitXml::isFailure).count()),
      "errors",
      "0",
      "skipped",
      Long.toString(rows.stream().filter(JUnitXml::isSkipped).count()),
      "time",
      time(rows.stream().mapToLong(Row::millis).sum())
    };
  }

  private String time(long millis) {
    return report.isTimed() ? String.format(Locale.ROOT, "%.3f", millis / 1e3) : null;
  }

  private static boolean isSkipped(Row row) {
    return switch (row.verdict()) {
      case LEFT_OUT, INTERRUPTED, NOT_RUN -> true;
      default -> false;
    };
  }

  private static boolean isFailure(Row row) {
    return !isSkipped(row) && !row.asExpected();
  }

  private void testCase(Row row) {
    out.open(
        "testcase",
        "classname",
        row.kind()
            + "."
            + row.name()
            + (Words.isQualified(row) ? "." + row.form() : "")
            + (row.revision() == null ? "" : "." + row.revision()),
        "name",
        Objects.requireNonNullElse(row.test(), row.name()) + " [" + Words.judge(row) + "]",
        "time",
        time(row.millis()));
    String reason = Objects.requireNonNullElse(row.reason(), "");
    if (isSkipped(row)) {
      out.empty("skipped", "message", reason);
    } else if (isFailure(row)) {
      out.leaf(
          "failure",
          reason.isEmpty() ? Words.evidence(row) : Words.evidence(row) + "; " + reason,
          "type",
          row.verdict().toString(),
          "message",
          "declared " + Words.expected(row) + ", judged " + row.verdict());
    }
    out.closeLine();
  }
}
