// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vacate.claim.Kind;
import vacate.claim.Model;
import vacate.claim.Row;

/** Barriers, locks and checks left out one at a time, against memory models. */
final class BarrierSection {
  private BarrierSection() {}

  /** Nothing if no row is of that kind. */
  static void write(Markup out, Report report) {
    Map<String, List<Row>> mutants = new LinkedHashMap<>();
    Board.of(Kind.BARRIER, report.rows())
        .forEach(
            row ->
                mutants
                    .computeIfAbsent(row.id() + "\n" + row.name(), key -> new ArrayList<>())
                    .add(row));
    if (mutants.isEmpty()) {
      return;
    }
    List<String> models =
        java.util.Arrays.stream(Model.values())
            .map(Model::toString)
            .filter(
                model ->
                    mutants.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(row -> Board.column(row).equals(model)))
            .toList();
    out.open("section", "id", "barriers")
        .leaf("h2", "Barriers, locks and checks")
        .line()
        .leaf(
            "p",
            "Each weakened or left out alone. REFUTED: some test fails without it, so it is needed"
                + " under that model. PROVED: no test does.",
            "class",
            "note")
        .line()
        .open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Barriers")
        .open("table", "class", "barriers")
        .open("thead")
        .open("tr");
    EvidenceTable.head(out, "what is changed");
    EvidenceTable.head(out, models.toArray(String[]::new));
    EvidenceTable.head(out, "what comes of it");
    out.close().close().line().open("tbody").line();
    mutants.values().forEach(rows -> mutant(out, rows, models));
    out.close().close().close().closeLine();
  }

  private static void mutant(Markup out, List<Row> rows, List<String> models) {
    out.open("tr")
        .open("th", "scope", "row")
        .leaf("span", rows.get(0).id(), "class", "id")
        .text(" " + rows.get(0).name())
        .close();
    for (String model : models) {
      Board.Cell cell =
          Board.Cell.of(rows.stream().filter(row -> Board.column(row).equals(model)).toList());
      out.open("td");
      Pill.draw(out, cell);
      out.close();
    }
    out.leaf(
            "td",
            rows.stream()
                .map(row -> tell(row))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; ")))
        .closeLine();
  }

  private static String tell(Row row) {
    String reason = Objects.requireNonNullElse(row.reason(), "");
    return row.test() == null || reason.isEmpty()
        ? Words.test(row) + reason
        : Words.test(row) + ": " + reason;
  }
}
