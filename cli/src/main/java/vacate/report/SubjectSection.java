// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.claim.Finding;
import vacate.claim.TopicKind;

/** All there is on one claim or defect. */
final class SubjectSection {
  private SubjectSection() {}

  /** Those of a kind, below one heading. */
  static void writeAll(Markup out, Report report, TopicKind kind, String anchor, String title) {
    out.open("section", "id", anchor).leaf("h2", title).line();
    Subject.all(kind).forEach(subject -> write(out, report, subject));
    out.closeLine();
  }

  private static void write(Markup out, Report report, Subject subject) {
    out.open("article", "class", "subject", "id", subject.anchor())
        .open("h3")
        .leaf("span", subject.id(), "class", "id")
        .text(" " + subject.label())
        .close()
        .line()
        .leaf("p", subject.statement(), "class", "statement")
        .line()
        .open("dl", "class", "about");
    about(out, "Where", subject.place() + "; " + subject.source());
    about(out, subject.kind() == TopicKind.CLAIM ? "Why" : "Cure", subject.note());
    if (subject.wouldHoldIf() != null) {
      about(out, "Would hold if", subject.wouldHoldIf() + ".");
    }
    out.closeLine();
    List<Finding> findings =
        report.findings().stream()
            .flatMap(subject::of)
            .sorted(VerdictMatrix.OF_ONE_SUBJECT)
            .toList();
    if (findings.isEmpty()) {
      out.leaf("p", "No verdict of this run is about it.", "class", "note").line();
    } else {
      MatrixSection.writeLines(out, VerdictMatrix.lines(subject, findings));
      out.open("details")
          .leaf("summary", "Evidence: " + FindingText.count(findings.size(), "verdict"))
          .line();
      EvidenceTable.write(out, findings, false, "Evidence for " + subject.label());
      out.closeLine();
    }
    report
        .of(subject)
        .forEach(counterexample -> WitnessSection.write(out, subject, counterexample));
    out.closeLine();
  }

  private static void about(Markup out, String term, String text) {
    out.open("div").leaf("dt", term).leaf("dd", text).close();
  }
}
