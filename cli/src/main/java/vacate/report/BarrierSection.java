// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vacate.claim.Finding;

/** BarrierAnalysis, locks and checks left out one at a time, against memory models. */
final class BarrierSection {
  private BarrierSection() {}

  /** Nothing if none is of that kind. */
  static void write(Markup out, Report report) {
    List<MutatedPlace> mutants = MutatedPlace.of(report.findings());
    if (mutants.isEmpty()) {
      return;
    }
    List<String> models =
        VerdictMatrix.COLUMNS.stream()
            .filter(model -> mutants.stream().anyMatch(m -> m.cell(model).verdict() != null))
            .toList();
    out.open("section", "id", "barriers")
        .leaf("h2", "BarrierAnalysis, locks and checks")
        .line()
        .leaf("p", MutatedPlace.summary(mutants))
        .leaf(
            "p",
            "Each is weakened or left out alone. Needed: some test is refuted without it under that"
                + " model. Redundant: all tests are proved without it.",
            "class",
            "note")
        .line()
        .open(
            "div",
            "class",
            "wide",
            "tabindex",
            "0",
            "role",
            "region",
            "aria-label",
            "BarrierAnalysis")
        .open("table", "class", "barriers")
        .open("thead")
        .open("tr");
    EvidenceTable.head(out, "what is changed");
    EvidenceTable.head(out, models.toArray(String[]::new));
    EvidenceTable.head(out, "what comes of it");
    out.close().close().line().open("tbody").line();
    mutants.forEach(mutant -> line(out, mutant, models));
    out.close().close().close().closeLine();
  }

  private static void line(Markup out, MutatedPlace mutant, List<String> models) {
    out.open("tr")
        .open("th", "scope", "row")
        .text(mutant.name() + " ")
        .leaf("span", mutant.id(), "class", "place")
        .close();
    for (String model : models) {
      VerdictMatrix.Cell cell = mutant.cell(model);
      out.open("td");
      Pill.need(out, cell);
      out.close();
    }
    out.leaf(
            "td",
            mutant.findings().stream()
                .map(BarrierSection::tell)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; ")))
        .closeLine();
  }

  private static String tell(Finding finding) {
    String reason = Objects.requireNonNullElse(finding.reason(), "");
    return finding.test() == null || reason.isEmpty()
        ? FindingText.test(finding) + reason
        : FindingText.test(finding) + ": " + reason;
  }
}
