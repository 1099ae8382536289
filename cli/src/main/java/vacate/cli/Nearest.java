// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.Comparator;
import java.util.List;

/** What the user may have meant. */
final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /** Up to three of the names that are like it, the likest first. */
  static List<String> to(String typed, List<String> names) {
    return names.stream()
        .filter(name -> name.contains(typed) || distance(typed, name) <= typed.length() / 2)
        .sorted(
            Comparator.comparing((String name) -> !name.contains(typed))
                .thenComparingInt(name -> distance(typed, name)))
        .limit(SHOWN)
        .toList();
  }

  /** Levenshtein's: letters to insert, to drop or to change. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
