// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.jcstress.Failure;

/** An outcome as words that tell it from all others, also from those of the same text. */
final class OutcomeWords {
  private static final String WAITED = "waited";
  private static final String THREW = "threw";
  private static final String SAID = "said";

  private OutcomeWords() {}

  static List<String> of(Object outcome) {
    if (outcome == Grades.DEADLOCK) {
      return List.of(WAITED);
    }
    List<String> words = new ArrayList<>();
    if (outcome instanceof Failure failure) {
      words.add(THREW);
      words.addAll(failure.endings());
    } else {
      words.add(SAID);
      words.add(outcome.toString());
    }
    return words;
  }

  /**
   * The outcome that has such words.
   *
   * @throws IllegalArgumentException if none has
   */
  static Object outcome(List<String> words) {
    List<String> more = words.subList(1, words.size());
    return switch (words.get(0)) {
      case WAITED -> Grades.DEADLOCK;
      case THREW -> new Failure(more);
      case SAID -> more.get(0);
      default -> throw new IllegalArgumentException("no outcome: " + words);
    };
  }
}
