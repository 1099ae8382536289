// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;

/**
 * What TSO and PSO have in common: stores wait in a buffer that their own thread sees through.
 *
 * <pre>
 * 1  acyclic(po|loc ∪ rf ∪ co ∪ fr)
 * 2  acyclic(ppo ∪ rfe ∪ co ∪ fr)
 * 3  a read does not see w if co(w,w') and fhb(w',r): J5, see {@link FinalFields}
 * </pre>
 *
 * <p>A read from the own buffer is seen before the store is, so internal rf is in axiom 1 only.
 * Prefix-closed: ppo speaks of what lies <em>between</em> two events, and an event without
 * successors lies between none. Extensible: ppo, rf, co and fr only enter an event that is co-last
 * or reads the co-last write. Axiom 3 speaks of what is co-later than what is read.
 */
abstract class StoreBuffer extends Axioms {
  private final Reachability order =
      new Reachability(false) {
        @Override
        void preserved(Graph g, int event) {
          ppo(this, g, event);
        }
      };

  /** Visits the successors of an access in preserved program order. */
  abstract void ppo(Reachability order, Graph g, int event);

  @Override
  public boolean admits(Graph g, int event) {
    return !g.hasOutgoing(event) || coherent(g, event) && ordered(g, event) && j5(g, event);
  }

  /**
   * Axiom 1. Between two accesses of one thread and location there is only the comparison of their
   * places, so the last earlier one decides.
   */
  boolean coherent(Graph g, int event) {
    int location = g.location(event);
    for (int i = g.index(event) - 1; i >= 0; i--) {
      int e = g.event(g.thread(event), i);
      if (g.location(e) == location && (g.access(e) & (READ | WRITE)) != 0) {
        int floor = g.placeOf(e);
        return g.is(event, WRITE) ? g.place(event) > floor : g.placeOf(event) >= floor;
      }
    }
    return true;
  }

  /** Axiom 2. */
  boolean ordered(Graph g, int event) {
    return !order.onCycle(g, event);
  }

  /** Axiom 3: what a read through a final field may see. */
  boolean j5(Graph g, int event) {
    return FinalFields.j5(g, event, FinalFields.Overwriting.BY_CO);
  }
}
