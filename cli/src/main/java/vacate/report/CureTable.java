// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import java.util.Locale;
import vacate.chronicle.CureChronicle;
import vacate.chronicle.CureFound;
import vacate.explorer.Verdict;
import vacate.history.Cure;
import vacate.history.Cures;
import vacate.history.PostedVersion;

/** What would mend each version: which steps are changed, and what came of it. */
final class CureTable {
  private final Markup out;
  private final CureChronicle chronicle = CureChronicle.kept();

  private CureTable(Markup out) {
    this.out = out;
  }

  /** Writes the table. */
  static void write(Markup out) {
    new CureTable(out).write();
  }

  private void write() {
    out.open("div", "class", "wide").open("table", "id", "cures").open("thead").open("tr");
    head("version");
    head("what is changed, and what that cures");
    head("what came of it");
    out.close().close().line().open("tbody").line();
    PostedVersion.ported().forEach(v -> Cures.of(v).ifPresent(cure -> row(v, cure)));
    out.close().close().closeLine();
  }

  private void head(String text) {
    out.leaf("th", text, "scope", "col");
  }

  private void row(PostedVersion version, Cure cure) {
    out.open("tr").leaf("th", version.label, "scope", "row");
    out.open("td").open("ol").line();
    for (Cure.Change change : cure.changes()) {
      out.open("li")
          .text(change.sentence() + " ")
          .leaf("span", CureWords.cures(change, version), "class", "id")
          .closeLine();
    }
    out.close();
    cure.left().forEach((defect, why) -> note("left as it is: " + defect.id + ", " + why));
    out.close().open("td");
    List<CureFound> found = chronicle.of(cure.revision());
    Pill.word(out, CureWords.verdict(found), Pill.tint(worst(found)));
    long executions = found.stream().mapToLong(CureFound::executions).sum();
    note(cure.revision() + ", " + String.format(Locale.ROOT, "%,d", executions) + " executions");
    open(found);
    out.close().closeLine();
  }

  private static Verdict worst(List<CureFound> found) {
    return Verdict.WORST_FIRST.stream()
        .filter(v -> found.stream().anyMatch(f -> f.verdict() == v))
        .findFirst()
        .orElseThrow();
  }

  /** What is not proved, each with the reason. */
  private void open(List<CureFound> found) {
    List<CureFound> open = found.stream().filter(f -> f.verdict() != Verdict.PROVED).toList();
    if (open.isEmpty()) {
      return;
    }
    out.open("details").leaf("summary", "which are not proved").open("ul").line();
    open.forEach(
        f ->
            out.open("li")
                .leaf("code", f.scenario().toString())
                .text(": " + f.verdict() + ", " + f.because())
                .closeLine());
    out.close().close();
  }

  private void note(String text) {
    out.leaf("p", text, "class", "note");
  }
}
