// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vacate.chronicle.Chronicle;
import vacate.chronicle.Sighting;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.history.Proof;
import vacate.revision.Revision;
import vacate.story.Wrap;

/** What was found of all versions, and of one, as lines of text. */
final class HistoryTable {
  /** Wide enough for a version and two spaces. */
  static final int VERSION = 24;

  private static final String INDENT = "  ";
  private static final int ID = 4;
  private static final int NAME = 34;
  private static final int CELL = 6;
  private static final String FIX = "-fix";
  private static final String RECLAIMABLE = "-reclaimable";

  /** Behind the year, and the hyphen. */
  private static final int YEAR = 5;

  private final Chronicle chronicle;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  HistoryTable(Chronicle chronicle, int width) {
    this.chronicle = chronicle;
    this.width = width;
  }

  /** Each defect in each version. */
  List<String> matrix() {
    matrix(PostedVersion.onPageFlags());
    lines.add("");
    matrix(PostedVersion.onCounters());
    lines.add("");
    paragraph(
        "",
        "Y: seen in an execution; -: in none, and all were visited; n/a: the version has nothing to"
            + " be asked for it. Under sc, which shows all that are shown.");
    lines.add("");
    lines.add("where it is otherwise than was expected from reading the messages");
    disagreements();
    lines.add("");
    lines.add("not shown, each for its reason");
    Arrays.stream(HistoricDefect.values())
        .filter(d -> d.proof instanceof Proof.NotShown)
        .forEach(d -> entry(d, ((Proof.NotShown) d.proof).because()));
    return lines;
  }

  /** Those that are asked of some of the versions. */
  private void matrix(List<PostedVersion> versions) {
    StringBuilder head = new StringBuilder(" ".repeat(ID + NAME));
    versions.forEach(version -> head.append(pad(heading(version), CELL)));
    lines.add(head.toString().stripTrailing());
    for (HistoricDefect defect : Chronicle.defects()) {
      if (versions.stream().noneMatch(v -> isAsked(defect, v))) {
        continue;
      }
      StringBuilder row = new StringBuilder(pad(defect.id, ID) + pad(defect.label(), NAME));
      versions.forEach(v -> row.append(pad(SightingText.letter(chronicle.of(defect, v)), CELL)));
      lines.add(row.toString().stripTrailing());
    }
  }

  private static boolean isAsked(HistoricDefect defect, PostedVersion version) {
    return !defect.probes(version.revision.orElseThrow()).isEmpty();
  }

  /** As the matrix has it over a column. */
  static String heading(PostedVersion version) {
    if (version.label.length() < YEAR) {
      return version.label;
    }
    if (version.label.endsWith(FIX)) {
      return "fix";
    }
    return version.label.endsWith(RECLAIMABLE) ? "+13" : version.label.substring(YEAR);
  }

  private void disagreements() {
    for (HistoricDefect defect : Chronicle.defects()) {
      Map<String, List<String>> by = new TreeMap<>();
      ((Proof.Explored) defect.proof)
          .readOtherwise()
          .forEach(
              (revision, because) ->
                  by.computeIfAbsent(because, b -> new ArrayList<>()).add(label(revision)));
      by.forEach(
          (because, where) ->
              entry(
                  defect,
                  "in "
                      + String.join(", ", where.stream().sorted().toList())
                      + ": "
                      + because
                      + "."));
    }
  }

  private static String label(Revision revision) {
    return PostedVersion.of(revision).label;
  }

  /** One version: what it changed, brought, kept and mended. */
  List<String> page(PostedVersion version) {
    lines.add(version.label + (version.revision.map(r -> " (" + r + ")").orElse("")));
    lines.add("");
    paragraph(INDENT, version.subject);
    version.messages.forEach(id -> lines.add(INDENT + "<" + id + ">"));
    paragraph(INDENT, "On " + version.base + ".");
    paragraph(INDENT, version.change);
    if (version.revision.isEmpty()) {
      paragraph(INDENT, version.notPorted);
    }
    section("what it brought", List.of(HistoricDefect.values()), version, d -> d.since == version);
    section(
        "what it kept",
        Chronicle.defects(),
        version,
        d -> d.since != version && isSeen(d, version));
    section("what it mended", Chronicle.defects(), version, d -> isMended(d, version));
    return lines;
  }

  private boolean isSeen(HistoricDefect defect, PostedVersion version) {
    return chronicle.of(defect, version) instanceof Sighting.Seen;
  }

  /** The version before had it, and this one has not. */
  private boolean isMended(HistoricDefect defect, PostedVersion version) {
    List<PostedVersion> before =
        PostedVersion.ported().stream().filter(v -> v.compareTo(version) < 0).toList();
    return version.revision.isPresent()
        && !before.isEmpty()
        && isSeen(defect, before.get(before.size() - 1))
        && !isSeen(defect, version);
  }

  private void section(
      String title,
      List<HistoricDefect> of,
      PostedVersion version,
      Predicate<HistoricDefect> which) {
    List<HistoricDefect> all = of.stream().filter(which).toList();
    lines.add("");
    lines.add(title + (all.isEmpty() ? ": nothing that is known" : ""));
    for (HistoricDefect defect : all) {
      entry(defect, defect.sentence + ".");
      Sighting found = chronicle.of(defect, version);
      paragraph(" ".repeat(INDENT.length() + ID), SightingText.of(found));
    }
  }

  private void entry(HistoricDefect defect, String text) {
    String head = INDENT + pad(defect.id, ID);
    lines.add(head + defect.label());
    paragraph(" ".repeat(head.length()), text);
  }

  private static String pad(String text, int to) {
    return text + " ".repeat(Math.max(0, to - text.length()));
  }

  private void paragraph(String indent, String text) {
    Wrap.at(width - indent.length(), text).forEach(line -> lines.add(indent + line));
  }
}
