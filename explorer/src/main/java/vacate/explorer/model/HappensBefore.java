// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;

/**
 * Happens-before of an execution, as {@link JavaMemory} defines it from program order, reads-from
 * and the modes: {@code hb = (po ∪ rel;acq)+}. It is a property of the graph, and the same
 * whichever model the graph was found under: the stronger models say which executions there are,
 * and have no happens-before of their own that a program could be written against.
 *
 * <p>An instance is for one thread.
 */
public final class HappensBefore {
  private JavaClocks java;
  private int[] clocks = new int[0];
  private int[] done = new int[0];
  private Graph g;

  /** Speaks of another execution, or of a graph that has changed; it must not change meanwhile. */
  public void of(Graph graph) {
    g = graph;
    if (java == null || java.threads() != graph.threads()) {
      java = new JavaClocks(graph.threads());
    }
    int words = JavaClocks.words(graph.threads());
    int end = graph.event(graph.threads(), 0);
    if (clocks.length < end * words) {
      clocks = new int[end * words];
    }
    done = new int[graph.threads()];
    for (boolean more = true; more; ) {
      more = false;
      for (int t = 0; t < done.length; t++) {
        int from = done[t];
        while (done[t] < g.length(t) && isKnown(g.event(t, done[t]))) {
          java.compute(g, g.event(t, done[t]++), clocks);
        }
        more |= done[t] > from;
      }
    }
  }

  /** Whether what the event learns from is computed. */
  private boolean isKnown(int event) {
    if (!g.is(event, READ) || g.source(event) == Graph.INIT) {
      return true;
    }
    int source = g.source(event);
    return g.index(source) < done[g.thread(source)];
  }

  /** Whether {@code a} happens before {@code b}, and is another. */
  public boolean ordered(int a, int b) {
    int known = clocks[b * JavaClocks.words(g.threads()) + g.thread(a)];
    return a != b && g.index(a) < known;
  }

  /**
   * Whether a write comes before a read because a final field leads the read to it (JLS 17.5.1).
   * That is less than happens-before, as nothing else follows from it.
   */
  public boolean shownByFinalField(int write, int read) {
    return g.is(write, WRITE) && g.is(read, READ) && FinalFields.isShown(g, write, read);
  }
}
