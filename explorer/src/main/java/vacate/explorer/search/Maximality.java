// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;

/**
 * When may a backward revisit by {@code a} delete an event? Only if the event was added in the one
 * canonical way, so that of all graphs that differ in what is deleted just one makes the revisit
 * (TruSt, figure 3).
 *
 * <p>With P = the events up to {@code e}, and those before {@code a} by po ∪ rf: no read in P reads
 * from {@code e}, and the write that {@code e} is or reads from is co-last in P.
 */
final class Maximality {
  private Maximality() {}

  static boolean of(Graph g, int e, int a) {
    int access = g.access(e);
    if ((access & (READ | WRITE)) == 0) {
      return (access & CHOICE) == 0 || g.value(e) == 0;
    }
    int stamp = g.stamp(e);
    if ((access & WRITE) != 0) {
      for (int r = g.firstReader(e); r != Graph.INIT; r = g.nextReader(r)) {
        if (g.stamp(r) < stamp) {
          return false; // not before a either, or e would be
        }
      }
    } else if (!in(g, g.source(e), stamp, a)) {
      return false;
    }
    int l = g.location(e);
    for (int k = g.writes(l) - 1, last = g.placeOf(e); k > last; k--) {
      if (in(g, g.write(l, k), stamp, a)) {
        return false;
      }
    }
    return true;
  }

  private static boolean in(Graph g, int write, int stamp, int a) {
    return write == Graph.INIT
        || g.stamp(write) <= stamp
        || g.index(write) < g.priors(a, g.thread(write));
  }
}
