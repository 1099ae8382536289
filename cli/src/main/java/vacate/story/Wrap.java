// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines at its spaces. */
public final class Wrap {
  private static final String INDENT = "  ";

  private Wrap() {}

  /** Lines of no more than {@code width}, unless a word is longer; all but the first indented. */
  public static List<String> at(int width, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
      } else if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
