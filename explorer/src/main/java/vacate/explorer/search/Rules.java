// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.UPDATE;

import vacate.explorer.graph.Graph;

/** The rules that the search itself keeps; what is consistent beyond them the model says. */
class Rules {
  /** A0, acyclic(po ∪ rf): no read reads from what comes after it. */
  boolean mayRevisit(Graph g, int write, int read) {
    return g.index(read) >= g.priors(write, g.thread(read));
  }

  /** A1, atomicity: nothing comes between a read-modify-write and its source. */
  boolean isFree(Graph g, int location, int place) {
    return place == g.writes(location) || !g.is(g.write(location, place), UPDATE);
  }

  /** Of an execution and its mirror image it visits one. */
  boolean isFirstOfTwo(Graph g, int event) {
    return FirstOfTwo.mayBe(g, event);
  }

  /** Optimality: of all graphs that differ in what is deleted one makes the revisit. */
  boolean isMaximal(Graph g, int event, int write) {
    return Maximality.of(g, event, write);
  }
}
