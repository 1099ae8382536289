// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import vacate.explorer.graph.Twins;

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
 * twins THREAD THREAD         who is taken for twins, see {@link Mirror}; -1 -1 if nobody is
 * unlike THREAD THREAD        those are none
 * location LOCATION LOCATION  what a location is called when they change places
 * value LOCATION VALUE LOCATION VALUE   what a value in it is called then
 * </pre>
 */
public final class Journal {
  static final String AFTER = "after";

  private static final String RUN = "run";
  private static final String RENEW = "renew";
  private static final String KEEP = "keep";
  private static final String BOUND = "bound";
  private static final String PAIR = "twins";
  private static final String UNLIKE = "unlike";
  private static final String LOCATION = "location";
  private static final String VALUE = "value";

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

  /** Two threads are taken for twins from now on; {@link Twins#NONE} if no two are. */
  void paired(Twins twins) {
    lines.add(PAIR + " " + twins.first() + " " + twins.second());
  }

  /** Two threads are no twins. */
  void separated(Twins twins) {
    lines.add(UNLIKE + " " + twins.first() + " " + twins.second());
  }

  /** Of twins that change places a location is called the other then. */
  void named(int location, int other) {
    lines.add(LOCATION + " " + location + " " + other);
  }

  /** The same of a value in it. */
  void named(int location, long value, int other, long there) {
    lines.add(VALUE + " " + location + " " + value + " " + other + " " + there);
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
        case PAIR -> tape.pair(Pairing.of(twins(words), tape));
        case UNLIKE -> tape.beginAnew(twins(words));
        case LOCATION, VALUE -> {
          if (!name(words, tape.tries().pairing().names())) {
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

  private static boolean name(String[] words, Renaming names) {
    return words[0].equals(LOCATION)
        ? names.binds(Integer.parseInt(words[1]), Integer.parseInt(words[2]))
        : names.binds(
            Integer.parseInt(words[1]),
            Long.parseLong(words[2]),
            Integer.parseInt(words[3]),
            Long.parseLong(words[4]));
  }

  private static Twins twins(String[] words) {
    return new Twins(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
  }

  private static BitSet locations(String[] words) {
    BitSet locations = new BitSet();
    for (int i = 1; i < words.length; i++) {
      locations.set(Integer.parseInt(words[i]));
    }
    return locations;
  }
}
