// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.Map;
import java.util.TreeMap;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.heap.Surroundings;

/** What a program was told of what is outside of it, among what is kept of a search. */
final class KeptSurroundings {
  private static final String LINES = "told";
  private static final String LINE = "answer";

  private KeptSurroundings() {}

  static void save(Surroundings surroundings, Lines state) {
    Map<String, String> answers = surroundings.answers();
    state.put(LINES, answers.size());
    answers.forEach((question, answer) -> state.put(LINE, question, answer));
  }

  /** What was told in another run, by question. */
  static Map<String, String> read(Lines state) {
    Map<String, String> answers = new TreeMap<>();
    for (long left = state.take(LINES, 1).number(0); left > 0; left--) {
      Lines.Words line = state.take(LINE, 2);
      answers.put(line.text(0), line.text(1));
    }
    return answers;
  }
}
