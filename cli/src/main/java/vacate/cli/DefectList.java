// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vacate.claim.Defect;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.story.Wrap;

/** All defects, a sentence each: those of June, and below them those of other versions. */
final class DefectList {
  private static final int GAP = 2;

  /** The least that must be left for a sentence beside the names. */
  private static final int SENTENCE = 40;

  /**
   * A line.
   *
   * @param heading what stands above it; null for nothing
   */
  private record Entry(String id, String label, String sentence, String heading) {}

  private DefectList() {}

  private static List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    for (Defect d : Defect.values()) {
      all.add(new Entry(d.id, d.label(), d.sentence, null));
    }
    PostedVersion last = null;
    for (HistoricDefect d : bySince()) {
      String heading = d.since == last ? null : "of " + d.since + ", and no matter of June:";
      all.add(new Entry(d.id, d.label(), d.sentence, heading));
      last = d.since;
    }
    return all;
  }

  /** What no defect of June tells of. */
  private static List<HistoricDefect> bySince() {
    return Arrays.stream(HistoricDefect.values())
        .filter(h -> Arrays.stream(Defect.values()).noneMatch(d -> d.id.equals(h.id)))
        .sorted(Comparator.comparing((HistoricDefect d) -> d.since))
        .toList();
  }

  static List<String> lines(int width) {
    int ids = entries().stream().mapToInt(d -> d.id.length()).max().orElse(0) + GAP;
    int labels = entries().stream().mapToInt(d -> d.label.length()).max().orElse(0) + GAP;
    boolean beside = width - ids - labels >= SENTENCE;
    String indent = " ".repeat(beside ? ids + labels : ids);
    List<String> lines = new ArrayList<>();
    for (Entry d : entries()) {
      if (d.heading != null) {
        lines.add("");
        Wrap.at(width, d.heading).forEach(lines::add);
      }
      String head = pad(d.id, ids) + pad(d.label, labels);
      List<String> sentence = Wrap.at(width - indent.length(), d.sentence);
      for (String part : sentence) {
        boolean first = part.equals(sentence.get(0));
        if (first && !beside) {
          lines.add(head.stripTrailing());
        }
        lines.add((first && beside ? head : indent) + part);
      }
    }
    return lines;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
