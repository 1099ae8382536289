// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a user named, or may have meant. */
final class TypedNames {
  private static final int SHOWN = 3;

  private TypedNames() {}

  /**
   * What an option names, by what the constants are printed as, in capitals or not, each once and
   * in their order.
   *
   * @throws UsageException if one is none of them
   */
  static <E extends Enum<E>> List<E> parse(String option, List<String> typed, E[] constants) {
    for (String name : typed) {
      if (Arrays.stream(constants)
          .noneMatch(constant -> constant.toString().equalsIgnoreCase(name))) {
        throw new UsageException(
            option
                + " "
                + name
                + " is none of "
                + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", ")));
      }
    }
    return Arrays.stream(constants)
        .filter(constant -> typed.stream().anyMatch(constant.toString()::equalsIgnoreCase))
        .toList();
  }

  /** The names that it takes the fewest changes of a letter to come to, the nearest first. */
  static List<String> near(String typed, Collection<String> names) {
    String small = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .sorted(Comparator.comparingInt(name -> changes(small, name.toLowerCase(Locale.ROOT))))
        .limit(SHOWN)
        .toList();
  }

  /** The Levenshtein distance; a name that contains what was typed is near. */
  private static int changes(String typed, String name) {
    if (name.contains(typed)) {
      return 0;
    }
    int[] row = new int[name.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (typed.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[name.length()];
  }
}
