// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import java.util.stream.Collectors;
import vacate.claim.Finding;
import vacate.explorer.Verdict;

/** The summary and the matrix, as a CI job shows them. */
final class SummaryMarkdown {
  private SummaryMarkdown() {}

  static String of(Report report) {
    StringBuilder out = new StringBuilder("## kmem_cache_vacate before its judges\n\n");
    out.append(FindingText.summary(report.findings())).append('\n');
    counts(out, report.findings());
    differing(out, report.findings());
    matrix(out, VerdictMatrix.lines(report.findings()));
    List<MutatedPlace> mutants = MutatedPlace.of(report.findings());
    if (!mutants.isEmpty()) {
      out.append("\n### BarrierAnalysis, locks and checks\n\n")
          .append(MutatedPlace.summary(mutants))
          .append('\n');
    }
    return out.toString();
  }

  private static void counts(StringBuilder out, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    line(out.append('\n'), List.of("verdict", "rows"));
    line(out, List.of("---", "---:"));
    for (Verdict verdict : Verdict.WORST_FIRST) {
      long n = findings.stream().filter(finding -> finding.verdict() == verdict).count();
      if (n > 0) {
        line(out, List.of(verdict.toString(), Long.toString(n)));
      }
    }
  }

  private static void differing(StringBuilder out, List<Finding> findings) {
    List<Finding> differing =
        findings.stream().filter(finding -> finding.standing().isAmiss()).toList();
    if (differing.isEmpty()) {
      return;
    }
    out.append("\n### Not as declared\n\n");
    line(out, List.of("id", "name", "revision", "judge", "test", "declared", "verdict", "reason"));
    line(out, List.of("---", "---", "---", "---", "---", "---", "---", "---"));
    for (Finding finding : differing) {
      line(
          out,
          List.of(
              FindingText.ids(finding),
              FindingText.names(finding),
              FindingText.revisionAndForm(finding),
              FindingText.judge(finding),
              FindingText.test(finding),
              FindingText.expected(finding),
              finding.verdict().toString(),
              finding.reason() == null ? "" : finding.reason()));
    }
  }

  private static void matrix(StringBuilder out, List<VerdictMatrix.Row> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<String> columns = MatrixSection.columns(lines);
    out.append("\n### Claims, defects and judges\n\n");
    line(out, concat(List.of("id", "name", "revision"), columns));
    line(out, concat(List.of("---", "---", "---"), columns.stream().map(c -> "---").toList()));
    for (VerdictMatrix.Row line : lines) {
      line(
          out,
          concat(
              List.of(
                  line.subject().id(),
                  line.subject().label()
                      + (line.condition() == null ? "" : ", if " + line.condition()),
                  FindingText.revision(line.findings().get(0))),
              columns.stream().map(column -> cell(line.cell(column))).toList()));
    }
  }

  private static String cell(VerdictMatrix.Cell cell) {
    if (cell.verdict() == null) {
      return "-";
    }
    String differs = Pill.differs(cell);
    return differs.isEmpty() ? cell.verdict().toString() : "**" + cell.verdict() + "**, " + differs;
  }

  private static List<String> concat(List<String> first, List<String> then) {
    return java.util.stream.Stream.concat(first.stream(), then.stream()).toList();
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(
        cells.stream()
            .map(SummaryMarkdown::escape)
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** What would end a cell, or be taken for markup. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("_", "\\_")
        .replace('\n', ' ');
  }
}
