// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;
import vacate.explorer.graph.Twins;

/**
 * Which of an execution and its mirror image is visited. It depends on the first event in which the
 * second twin does not do what the first did:
 *
 * <pre>
 * comes after that of the first by (po ∪ rf)*    visited; its image would be a cycle for the search
 * reads the same location                       the first reads what comes earlier in co
 * writes the same location                      the first comes earlier in co
 * an answer of the environment                  the first has 1
 * reads another location, and both read what    the first reads what the other did earlier
 *   the other twin wrote, or nobody
 * else                                          both are visited
 * </pre>
 *
 * <p>That is closed under prefixes, as what comes before the event and where the two are in co
 * never changes while they are there. And it is extensible, as TruSt needs: what is co-last is
 * never earlier, and of an answer 0 is what {@link Maximality} asks for.
 */
final class FirstOfTwo {
  private FirstOfTwo() {}

  /** Whether it may be, with {@code event}, which was added last. */
  static boolean mayBe(Graph g, int event) {
    return !g.followsTwin(event) || g.isAlike(event) || compare(g, g.twin(event), event) <= 0;
  }

  /** Whether the image of an execution is not visited. */
  static boolean stands(Graph g) {
    Twins twins = g.twins();
    if (!twins.exist()) {
      return false;
    }
    int n = Math.min(g.length(twins.first()), g.length(twins.second()));
    for (int i = 0; i < n; i++) {
      int event = g.event(twins.second(), i);
      if (!g.isAlike(event)) {
        return compare(g, g.twin(event), event) < 0;
      }
    }
    return false;
  }

  /** Negative if the execution is visited and its image is not, 0 if both are. */
  private static int compare(Graph g, int ahead, int event) {
    int access = g.access(event);
    if ((access & CHOICE) != 0) {
      return Long.compare(g.value(event), g.value(ahead));
    }
    if ((access & READ) != 0 && g.prefix(event, g.thread(ahead)) > g.index(ahead)) {
      return -1;
    }
    if ((access & (READ | WRITE)) == 0) {
      return 0;
    }
    if (g.location(ahead) == g.location(event)) {
      return Integer.compare(g.placeOf(ahead), g.placeOf(event));
    }
    return (access & READ) != 0 ? compareSources(g, ahead, event) : 0;
  }

  /**
   * Of reads of two locations; 0 if either reads what neither is there first nor is of the other.
   */
  private static int compareSources(Graph g, int ahead, int event) {
    boolean comparable =
        isOfOther(g, g.source(ahead), g.thread(event))
            && isOfOther(g, g.source(event), g.thread(ahead));
    return comparable ? Integer.compare(index(g, ahead), index(g, event)) : 0;
  }

  private static boolean isOfOther(Graph g, int source, int other) {
    return source == Graph.INIT || g.thread(source) == other;
  }

  private static int index(Graph g, int read) {
    return g.source(read) == Graph.INIT ? -1 : g.index(g.source(read));
  }
}
