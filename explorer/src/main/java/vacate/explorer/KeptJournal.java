// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.search.Tape;

/** What a search has learnt of a program, among what is kept of it; see {@link Tape#journal}. */
final class KeptJournal {
  private static final String LINES = "journal";
  private static final String LINE = "learnt";

  private KeptJournal() {}

  static void save(Tape tape, Lines state) {
    List<String> journal = tape.journal();
    state.put(LINES, journal.size());
    journal.forEach(line -> state.put(LINE, (Object[]) line.split(" ")));
  }

  static boolean isNext(Lines state) {
    return state.isNext(LINES);
  }

  /** Learns the same; returns false if the program does not do again what it did. */
  static boolean repeat(Lines state, Tape tape) {
    List<String> journal = new ArrayList<>();
    for (long left = state.take(LINES, 1).number(0); left > 0; left--) {
      journal.add(String.join(" ", state.take(LINE, 1).all()));
    }
    return tape.repeat(journal);
  }
}
