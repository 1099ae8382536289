// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vacate.claim.Defect;
import vacate.story.Wrap;

/** All defects, a sentence each. */
final class DefectList {
  private static final int GAP = 2;

  /** The least that must be left for a sentence beside the names. */
  private static final int SENTENCE = 40;

  private DefectList() {}

  static List<String> lines(int width) {
    int ids = Arrays.stream(Defect.values()).mapToInt(d -> d.id.length()).max().orElse(0) + GAP;
    int labels =
        Arrays.stream(Defect.values()).mapToInt(d -> d.label().length()).max().orElse(0) + GAP;
    boolean beside = width - ids - labels >= SENTENCE;
    String indent = " ".repeat(beside ? ids + labels : ids);
    List<String> lines = new ArrayList<>();
    for (Defect d : Defect.values()) {
      String head = pad(d.id, ids) + pad(d.label(), labels);
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
