// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.explorer.Verdict;

/** Claims and defects against judges, and what filters them. */
final class MatrixSection {
  private final Markup out;
  private final List<VerdictMatrix.Row> lines;
  private final List<String> columns;

  private MatrixSection(Markup out, List<VerdictMatrix.Row> lines) {
    this.out = out;
    this.lines = lines;
    this.columns = columns(lines);
  }

  static void write(Markup out, Report report) {
    MatrixSection section = new MatrixSection(out, VerdictMatrix.lines(report.findings()));
    out.open("section", "id", "matrix").leaf("h2", "Claims, defects and judges").line();
    if (section.lines.isEmpty()) {
      out.leaf("p", "No row speaks of a claim or a defect.");
    } else {
      out.leaf(
              "p",
              "The worst that any test made the judge say. sc, tso, pso and jmm are the explorer's"
                  + " memory models; a dash: not asked. A line that begins with if is about the claim"
                  + " with that condition added, and says nothing of the claim as it stands.",
              "class",
              "note")
          .line();
      section.filter();
      section.table(true);
    }
    out.closeLine();
  }

  /** The lines of one subject. */
  static void writeLines(Markup out, List<VerdictMatrix.Row> lines) {
    new MatrixSection(out, lines).table(false);
  }

  /** Columns in which there is anything. */
  static List<String> columns(List<VerdictMatrix.Row> lines) {
    return VerdictMatrix.COLUMNS.stream()
        .filter(column -> lines.stream().anyMatch(line -> line.cell(column).verdict() != null))
        .toList();
  }

  /** Hidden until the script that makes it work shows it. */
  private void filter() {
    out.open(
            "form",
            "id",
            "filter",
            "role",
            "search",
            "aria-label",
            "Filter the matrix",
            "hidden",
            "hidden")
        .leaf("label", "Filter", "for", "filter-text")
        .empty(
            "input",
            "id",
            "filter-text",
            "type",
            "search",
            "autocomplete",
            "off",
            "placeholder",
            "C2, lock, corrected",
            "aria-controls",
            "matrix-table")
        .open("div", "role", "group", "aria-label", "Only lines with a verdict");
    for (Verdict verdict : Verdict.WORST_FIRST) {
      if (cells().anyMatch(cell -> cell.verdict() == verdict)) {
        button(verdict.toString());
      }
    }
    if (lines.stream().anyMatch(line -> !line.isAsDeclared())) {
      button(Pill.DIFFERS);
    }
    out.close()
        .leaf("p", "", "id", "filter-count", "role", "status", "aria-live", "polite")
        .closeLine();
  }

  private void button(String word) {
    out.leaf("button", word, "type", "button", "aria-pressed", "false", "data-verdict", word)
        .line();
  }

  private Stream<VerdictMatrix.Cell> cells() {
    return lines.stream().flatMap(this::cells);
  }

  private Stream<VerdictMatrix.Cell> cells(VerdictMatrix.Row line) {
    return columns.stream().map(line::cell).filter(cell -> cell.verdict() != null);
  }

  private void table(boolean whole) {
    out.open("table", "class", "matrix", "role", "table", "id", whole ? "matrix-table" : null)
        .open("thead", "role", "rowgroup")
        .open("tr", "role", "row");
    if (whole) {
      head("claim or defect");
    }
    head("revision");
    columns.forEach(this::head);
    out.close().close().line().open("tbody", "role", "rowgroup").line();
    lines.forEach(line -> line(line, whole));
    out.close().closeLine();
  }

  private void head(String text) {
    out.leaf("th", text, "scope", "col", "role", "columnheader");
  }

  private void line(VerdictMatrix.Row line, boolean whole) {
    String revision = Objects.toString(line.revision(), "–");
    String condition = line.condition() == null ? "" : "if " + line.condition();
    if (whole) {
      Subject subject = line.subject();
      out.open("tr", "role", "row", "data-text", text(line), "data-verdicts", verdicts(line))
          .open("th", "scope", "row", "role", "rowheader")
          .open("a", "href", "#" + subject.anchor())
          .leaf("span", subject.id(), "class", "id")
          .text(" " + subject.label())
          .close();
      if (!condition.isEmpty()) {
        out.text(" ").leaf("span", condition, "class", "condition");
      }
      out.close().leaf("td", revision, "role", "cell", "class", "revision");
    } else {
      out.open("tr", "role", "row")
          .leaf(
              "th",
              condition.isEmpty() ? revision : revision + ", " + condition,
              "scope",
              "row",
              "role",
              "rowheader",
              "class",
              "revision");
    }
    for (String column : columns) {
      VerdictMatrix.Cell cell = line.cell(column);
      out.open(
          "td",
          "role",
          "cell",
          "data-judge",
          column,
          "class",
          cell.verdict() == null ? "unasked" : null);
      Pill.draw(out, cell);
      out.close();
    }
    out.closeLine();
  }

  private static String text(VerdictMatrix.Row line) {
    Subject s = line.subject();
    return String.join(
            " ",
            s.id(),
            s.label(),
            s.kind().toString(),
            FindingText.revisionAndForm(line.findings().get(0)))
        .toLowerCase(Locale.ROOT);
  }

  private String verdicts(VerdictMatrix.Row line) {
    Stream<String> differs = line.isAsDeclared() ? Stream.of() : Stream.of(Pill.DIFFERS);
    return Stream.concat(cells(line).map(cell -> cell.verdict().toString()).distinct(), differs)
        .collect(Collectors.joining("|"));
  }
}
