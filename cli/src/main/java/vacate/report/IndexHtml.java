// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vacate.claim.Finding;
import vacate.claim.TopicKind;
import vacate.explorer.Verdict;
import vacate.sweep.KeptSummary;

/** The page to read: one file that needs no other, and no network. It is XML, too. */
final class IndexHtml {
  private final Markup out = Markup.html();
  private final Report report;
  private final SweptClaims swept;

  private IndexHtml(Report report) {
    this.report = report;
    swept = SweptClaims.of(report.findings(), KeptSummary.daily());
  }

  static String of(Report report) {
    IndexHtml page = new IndexHtml(report);
    page.write();
    return page.out.toString();
  }

  private void write() {
    out.open("html", "lang", "en").line();
    head();
    out.open("body").line().leaf("a", "Skip to the matrix", "class", "skip", "href", "#matrix");
    header();
    out.open("main").line();
    MatrixSection.write(out, report);
    SweptSection.write(out, swept);
    if (!swept.isEmpty()) {
      HistorySection.write(out);
    }
    SubjectSection.writeAll(out, report, TopicKind.CLAIM, "claims", "Claims of the patch");
    SubjectSection.writeAll(out, report, TopicKind.DEFECT, "defects", "Defects");
    RevisionSection.write(out, report);
    BarrierSection.write(out, report);
    controls();
    machine();
    verdicts();
    out.closeLine();
    heads();
    out.open("script").verbatim(resource("report.js")).closeLine();
    out.close().closeLine();
  }

  private void head() {
    out.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "color-scheme", "content", "light dark")
        .empty("link", "rel", "icon", "href", "data:,")
        .leaf("title", "Vacate: kmem_cache_vacate before its judges")
        .line()
        .open("style")
        .verbatim(resource("report.css"))
        .close()
        .closeLine();
  }

  private void header() {
    out.open("header")
        .leaf("h1", "kmem_cache_vacate before its judges")
        .line()
        .leaf("p", FindingText.summary(report.findings()), "class", "summary")
        .line();
    counts();
    out.open("nav", "aria-label", "Sections");
    link("matrix", "Matrix");
    if (!swept.isEmpty()) {
      link("swept", "Scenarios");
      link("history", "History");
    }
    link("claims", "Claims");
    link("defects", "Defects");
    link("revisions", "Revisions");
    if (has(TopicKind.BARRIER)) {
      link("barriers", "BarrierAnalysis");
    }
    if (has(TopicKind.CONTROL)) {
      link("controls", "Controls");
    }
    if (!report.settings().isEmpty()) {
      link("machine", "Machine");
    }
    link("verdicts", "What the words mean");
    out.close().closeLine();
  }

  private void counts() {
    out.open("ul", "class", "counts", "aria-label", "Verdicts");
    for (Verdict verdict : Verdict.WORST_FIRST) {
      long n = report.findings().stream().filter(finding -> finding.verdict() == verdict).count();
      if (n > 0) {
        out.open("li").text(n + " ");
        Pill.word(out, verdict.toString(), Pill.tint(verdict));
        out.close();
      }
    }
    out.closeLine();
  }

  private boolean has(TopicKind kind) {
    return report.findings().stream().anyMatch(finding -> finding.kind() == kind);
  }

  private void link(String anchor, String text) {
    out.leaf("a", text, "href", "#" + anchor).text(" ");
  }

  private void controls() {
    List<Finding> findings = VerdictMatrix.of(TopicKind.CONTROL, report.findings());
    if (!findings.isEmpty()) {
      out.open("section", "id", "controls")
          .leaf("h2", "Controls")
          .line()
          .leaf(
              "p",
              "Whether the judges can be believed, and what goes wrong without any vacate.",
              "class",
              "note");
      EvidenceTable.write(out, findings, true, "Controls");
      out.closeLine();
    }
  }

  private void machine() {
    if (report.settings().isEmpty()) {
      return;
    }
    out.open("section", "id", "machine")
        .leaf("h2", "Machine")
        .line()
        .leaf("p", "What jcstress says holds for this machine only.", "class", "note")
        .open("table", "class", "settings")
        .open("tbody")
        .line();
    for (Setting setting : report.settings()) {
      out.open("tr")
          .leaf("th", setting.name(), "scope", "row")
          .leaf("td", setting.value())
          .closeLine();
    }
    out.close().close().closeLine();
  }

  private void verdicts() {
    out.open("section", "id", "verdicts").leaf("h2", "What the words mean").line().open("dl");
    for (Verdict verdict : Verdict.WORST_FIRST) {
      out.open("div").open("dt");
      Pill.word(out, verdict.toString(), Pill.tint(verdict));
      out.close().leaf("dd", meaning(verdict)).closeLine();
    }
    out.closeLine();
    out.leaf(
            "p",
            "A verdict is as declared if it is the one that the test declares: a defect that is"
                + " shown is a success. What PROVED covers is that test, of a few operations, under"
                + " that model. "
                + UnexploredText.of(report.findings()),
            "class",
            "note")
        .closeLine();
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case REFUTED -> "A counterexample exists.";
      case OBSERVED -> "Seen on this hardware.";
      case BOUNDED -> "Nothing was found, and the space was not exhausted.";
      case INCONCLUSIVE -> "Not seen, and too few samples to mean anything.";
      case PROVED -> "The whole space was explored and nothing forbidden was found.";
      case NOT_OBSERVED -> "Not seen in a number of samples that is worth something; no proof.";
      case LEFT_OUT -> "Not tried: the time would not have sufficed to decide it.";
      case INTERRUPTED -> "Stopped by whoever started it, before it could be decided.";
      case NOT_RUN -> "Nothing was run; the reason is given.";
    };
  }

  /** Arrow heads that all graphs share. */
  private void heads() {
    out.open("svg", "class", "heads", "width", "0", "height", "0", "aria-hidden", "true")
        .open("defs");
    for (String kind : List.of("po", "rf", "co", "fr", "pass")) {
      out.open(
              "marker",
              "id",
              "head-" + kind,
              "class",
              "head " + kind,
              "viewBox",
              "0 0 8 8",
              "refX",
              "7",
              "refY",
              "4",
              "markerWidth",
              "8",
              "markerHeight",
              "8",
              "markerUnits",
              "userSpaceOnUse",
              "orient",
              "auto")
          .empty("path", "d", "M0 0L8 4L0 8Z")
          .close();
    }
    out.close().closeLine();
  }

  static String resource(String name) {
    try (InputStream in = IndexHtml.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
