// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.Optional;
import vacate.claim.Claim;
import vacate.sweep.KeptSummary;

/** Claims against revisions, in every scenario up to a bound. */
final class SweptSection {
  private final Markup out;
  private final SweptClaims swept;

  private SweptSection(Markup out, SweptClaims swept) {
    this.out = out;
    this.swept = swept;
  }

  /** Writes the section, unless there is nothing to say. */
  static void write(Markup out, SweptClaims swept) {
    if (!swept.isEmpty()) {
      new SweptSection(out, swept).write();
    }
  }

  private void write() {
    out.open("section", "id", "swept").leaf("h2", "Claims in every scenario").line();
    out.leaf(
            "p",
            "Each claim as the patch words it, in all "
                + swept.scope()
                + ": in how many it breaks, behind + in how many of them with its condition, too,"
                + " and the first. Kept from sweeps, which the build repeats.",
            "class",
            "note")
        .line();
    out.open("div", "class", "wide").open("table", "class", "matrix").open("thead").open("tr");
    head("claim");
    swept.sweeps().forEach(s -> head(s.revision().label));
    head("the first that breaks it");
    out.close().close().line().open("tbody").line();
    swept.claims().forEach(this::row);
    out.close().close().closeLine();
    swept.cutShort().ifPresent(text -> out.leaf("p", text + ".", "class", "note").line());
    out.closeLine();
  }

  private void head(String text) {
    out.leaf("th", text, "scope", "col");
  }

  private void row(Claim claim) {
    out.open("tr")
        .open("th", "scope", "row")
        .leaf("span", claim.name(), "class", "id")
        .text(" " + claim.label)
        .close();
    for (KeptSummary sweep : swept.sweeps()) {
      boolean breaks = sweep.claims().containsKey(claim);
      out.open("td");
      Pill.word(
          out,
          SweptClaims.word(sweep, claim),
          breaks ? "broken" : sweep.cutShort() == 0 ? "holds" : "open");
      out.close();
    }
    Optional<KeptSummary> first = swept.firstThatBreaks(claim);
    out.open("td");
    first.ifPresent(
        s ->
            out.leaf(
                "code",
                "./vacate judge '"
                    + s.claims().get(claim).first()
                    + "' --revision "
                    + s.revision().label
                    + " --claim "
                    + claim));
    out.close().closeLine();
  }
}
