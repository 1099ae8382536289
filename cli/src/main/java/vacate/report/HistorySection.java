// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.Arrays;
import java.util.List;
import vacate.chronicle.ClaimChronicle;
import vacate.chronicle.ClaimVerdict;
import vacate.chronicle.HistoricBound;
import vacate.chronicle.KeptChronicle;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.history.PostedVersion;

/** Every version that was posted: what was wrong with it, and which claims it kept. */
final class HistorySection {
  private static final MemoryModel MODEL = MemoryModel.SC;

  private final Markup out;
  private final ClaimChronicle claims = ClaimChronicle.kept();

  private HistorySection(Markup out) {
    this.out = out;
  }

  /** Writes the section. */
  static void write(Markup out) {
    new HistorySection(out).write();
  }

  private void write() {
    out.open("section", "id", "history").leaf("h2", "Every version that was posted").line();
    note(
        "A full dot is a version that has the defect, a ring one in which no execution has it."
            + " Orange: what waits or stays taken; red: a BUG or an oops; violet: damage or a leak;"
            + " blue: a wrong answer, or nothing done.");
    out.open("div", "class", "wide").picture(HistorySvg.of(KeptChronicle.read())).closeLine();
    note(
        "The claims in each version, restated where it takes other steps, in "
            + HistoricBound.scenarios(PostedVersion.JUNE).size()
            + " scenarios, since 2017 in "
            + HistoricBound.scenarios(PostedVersion.SMO_2019).size()
            + " others, under "
            + MODEL.id()
            + ": in how many each breaks, behind + in how many of them with its condition, too.");
    table(PostedVersion.onPageFlags());
    table(PostedVersion.onCounters());
    note(
        "What would mend each version: the steps that are changed, each with what it cures, and what"
            + " exploring that came to under "
            + CureWords.models()
            + ".");
    CureTable.write(out);
    out.closeLine();
  }

  private void table(List<PostedVersion> versions) {
    out.open("div", "class", "wide").open("table", "class", "matrix").open("thead").open("tr");
    head("claim");
    versions.forEach(v -> head(v.label));
    out.close().close().line().open("tbody").line();
    Arrays.stream(Claim.values())
        .filter(claim -> versions.stream().anyMatch(v -> isMade(v, claim)))
        .forEach(claim -> row(claim, versions));
    out.close().close().closeLine();
  }

  private boolean isMade(PostedVersion version, Claim claim) {
    return !(claims.of(version, claim, MODEL) instanceof ClaimVerdict.NotMade);
  }

  private void note(String text) {
    out.leaf("p", text, "class", "note").line();
  }

  private void head(String text) {
    out.leaf("th", text, "scope", "col");
  }

  private void row(Claim claim, List<PostedVersion> versions) {
    out.open("tr")
        .open("th", "scope", "row", "title", claim.statement)
        .leaf("span", claim.name(), "class", "id")
        .close();
    for (PostedVersion version : versions) {
      ClaimVerdict verdict = claims.of(version, claim, MODEL);
      out.open("td");
      if (verdict instanceof ClaimVerdict.NotMade) {
        out.text("n/a");
      } else {
        Pill.word(out, ClaimWord.of(verdict), tint(verdict));
      }
      out.close();
    }
    out.closeLine();
  }

  private static String tint(ClaimVerdict verdict) {
    if (verdict instanceof ClaimVerdict.Breaks) {
      return "broken";
    }
    return verdict instanceof ClaimVerdict.Holds ? "holds" : "open";
  }
}
