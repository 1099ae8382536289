// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import vacate.explorer.graph.Graph;

/**
 * SC (Lamport 1979): some interleaving of the threads explains every read.
 *
 * <pre>SC1  acyclic(po ∪ rf ∪ co ∪ fr)</pre>
 *
 * <p>Closed under prefixes, because the relations only lose pairs; extensible, because an event
 * that reads the co-last write or is co-last has no outgoing edge. Modes and fences mean nothing.
 */
class SequentialConsistency extends Axioms {
  private final Reachability order =
      new Reachability(true) {
        @Override
        void preserved(Graph g, int event) {
          visitAll(g, g.thread(event), g.index(event) + 1);
        }
      };

  /** Of a whole graph the interleaving itself, if there is one. */
  private final Interleaving interleaving = new Interleaving();

  @Override
  public boolean hold(Graph g) {
    return interleaving.exists(g);
  }

  @Override
  public boolean admits(Graph g, int event) {
    return !g.hasOutgoing(event) || sc1(g, event);
  }

  /** SC1: acyclic(po ∪ rf ∪ co ∪ fr). */
  boolean sc1(Graph g, int event) {
    return !knowsNewer(g, event) && !order.onCycle(g, event);
  }

  /** Whether po ∪ rf leads to the event from a write that is co-after its own: the short cycles. */
  private static boolean knowsNewer(Graph g, int event) {
    int location = g.location(event);
    for (int k = g.writes(location) - 1; k > g.placeOf(event); k--) {
      int newer = g.write(location, k);
      if (g.index(newer) < g.prefix(event, g.thread(newer))) {
        return true;
      }
    }
    return false;
  }
}
