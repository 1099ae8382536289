// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.StringJoiner;
import java.util.stream.Stream;
import vacate.explorer.search.Decisions;

/** The choices of an execution, as of {@link Decisions}, as a word. */
final class Choices {
  private Choices() {}

  /** The numbers of each thread, and a stroke between threads. */
  static String text(int[][] choices) {
    StringJoiner threads = new StringJoiner("/");
    for (int[] thread : choices) {
      StringJoiner numbers = new StringJoiner(",");
      for (int number : thread) {
        numbers.add(Integer.toString(number));
      }
      threads.add(numbers.toString());
    }
    return threads.toString();
  }

  /** What {@link #text} has said. */
  static int[][] parse(String text) {
    return Stream.of(text.split("/", -1))
        .map(t -> t.isEmpty() ? Stream.<String>empty() : Stream.of(t.split(",", -1)))
        .map(numbers -> numbers.mapToInt(Integer::parseInt).toArray())
        .toArray(int[][]::new);
  }
}
