// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vacate.claim.Claim;
import vacate.claim.Finding;
import vacate.claim.TopicKind;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/** Claims against revisions: what the ledger declares, and what was found. */
final class RevisionSection {
  private RevisionSection() {}

  static void write(Markup out, Report report) {
    out.open("section", "id", "revisions")
        .leaf("h2", "Claims in each revision")
        .line()
        .leaf(
            "p",
            "Whether the claim, as it stands, is declared to hold, and what the judges say: that it is"
                + " broken if one of them broke it, else what the strongest of them says.",
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
            "Claims in each revision")
        .open("table", "class", "revisions")
        .open("thead")
        .open("tr");
    EvidenceTable.head(out, "claim");
    List<Revision> revisions = revisions();
    for (Revision revision : revisions) {
      EvidenceTable.head(out, revision.label);
    }
    out.close().close().line().open("tbody").line();
    List<Subject> claims = Subject.all(TopicKind.CLAIM);
    for (int i = 0; i < claims.size(); i++) {
      Subject subject = claims.get(i);
      out.open("tr")
          .open("th", "scope", "row")
          .open("a", "href", "#" + subject.anchor())
          .leaf("span", subject.id(), "class", "id")
          .text(" " + subject.label())
          .close()
          .close();
      for (Revision revision : revisions) {
        cell(out, report, subject, Claim.values()[i], revision);
      }
      out.closeLine();
    }
    out.close().close().close().closeLine();
  }

  /** Those of which some claim says something. */
  private static List<Revision> revisions() {
    return Arrays.stream(Revision.values())
        .filter(
            revision ->
                Arrays.stream(Claim.values())
                    .anyMatch(claim -> claim.truth.revisions().contains(revision)))
        .toList();
  }

  private static void cell(
      Markup out, Report report, Subject subject, Claim claim, Revision revision) {
    String declared = declared(claim, revision);
    List<Finding> findings =
        report.findings().stream()
            .flatMap(subject::of)
            .filter(finding -> !FindingText.isQualified(finding))
            .filter(finding -> finding.revision() == revision)
            .toList();
    out.open("td");
    if (declared == null && findings.isEmpty()) {
      out.leaf("span", "–", "class", "none");
    } else {
      out.text(declared == null ? "" : declared + " ");
      if (!findings.isEmpty()) {
        Pill.draw(out, VerdictMatrix.acrossJudges(findings));
      }
    }
    out.close();
  }

  /** Null where the ledger says nothing. */
  private static String declared(Claim claim, Revision revision) {
    if (!claim.truth.revisions().contains(revision)) {
      return null;
    }
    List<MemoryModel> under =
        Arrays.stream(MemoryModel.values())
            .filter(model -> claim.truth.holds(revision, model))
            .toList();
    if (under.size() == MemoryModel.values().length) {
      return "holds";
    }
    return under.isEmpty()
        ? "does not hold"
        : "holds under "
            + under.stream().map(MemoryModel::toString).collect(Collectors.joining(", "))
            + " only";
  }
}
