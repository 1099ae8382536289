// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that a {@link Tape} has learnt of its program beyond what is recorded, in the order in which
 * it did: the runs that came to something new, a location or an object that has got its number or
 * that is shared, and what bears on that. Who repeats it in a fresh tape of the same program knows
 * as much, by the same numbers. Each entry is a line.
 *
 * <pre>
 * run THREAD KNOWN VALUE...   the code of a thread ran along these values of its reads, {@value #AFTER}
 *                             where a wait was passed; then so much was known
 * renew                       what was recorded was dropped
 * keep LOCATION...            updates of these locations are kept, even where they change nothing
 * bound TURNS                 loops go round so often
 * </pre>
 */
public final class Journal {
  static final String AFTER = "after";

  private static final String RUN = "run";
  private static final String RENEW = "renew";
  private static final String KEEP = "keep";
  private static final String BOUND = "bound";

  private final List<String> lines = new ArrayList<>();

  /**
   * A thread was run, and something was learnt.
   *
   * @param end the last node that it came to
   * @param known how much is known now
   */
  void ran(int thread, Node end, long known) {
    String[] path = new String[end.depth];
    for (Node n = end; n.parent != null; n = n.parent) {
      path[n.depth - 1] = n.parent.end == Node.End.BLOCKED ? AFTER : Long.toString(n.value);
    }
    lines.add(
        RUN + " " + thread + " " + known + (path.length == 0 ? "" : " ") + String.join(" ", path));
  }

  void renewed() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).equals(RENEW)) {
      lines.add(RENEW);
    }
  }

  void kept(BitSet locations) {
    lines.add(KEEP + locations.stream().mapToObj(l -> " " + l).collect(Collectors.joining()));
  }

  void bounded(int turns) {
    lines.add(BOUND + " " + turns);
  }

  /** What happened until now. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * Does all of it again.
   *
   * @param lines what another journal has
   * @return whether it came to the same
   * @throws IllegalArgumentException if the lines are no journal's
   */
  static boolean repeat(List<String> lines, Tape tape) {
    Rerun rerun = new Rerun(tape);
    for (String line : lines) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case RUN -> {
          if (!rerun.run(
              Integer.parseInt(words[1]),
              Long.parseLong(words[2]),
              List.of(words).subList(3, words.length))) {
            return false;
          }
        }
        case RENEW -> tape.renew();
        case KEEP -> tape.keep(locations(words));
        case BOUND -> tape.boundLoops(Integer.parseInt(words[1]));
        default -> throw new IllegalArgumentException("not in a journal: " + line);
      }
    }
    return true;
  }

  private static BitSet locations(String[] words) {
    BitSet locations = new BitSet();
    for (int i = 1; i < words.length; i++) {
      locations.set(Integer.parseInt(words[i]));
    }
    return locations;
  }
}
