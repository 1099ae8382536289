// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.DEREF;
import static vacate.explorer.graph.Access.FREEZE;

import vacate.explorer.graph.Graph;

/**
 * What a dereference chain behind a final field shows (JLS 17.5.1): all that the object's own
 * thread wrote before the constructor ended.
 *
 * <pre>
 * fhb(w, r)  w ∈ W, w po freeze(o), and r dereferences what a read of a final field of o returned
 * </pre>
 *
 * <p>That every write of o's reference comes after the freeze is the weaving's business, which
 * refuses a constructor that lets {@code this} escape. Writes that merely happen before the freeze,
 * in other threads, are left out: the weaker reading.
 */
final class FinalFields {
  private FinalFields() {}

  /** The freeze that a read relies on, or {@link Graph#INIT} if it relies on none. */
  static int freeze(Graph g, int read) {
    if (!g.is(read, DEREF)) {
      return Graph.INIT;
    }
    long which = g.value(read - 1);
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        int e = g.event(t, i);
        if (g.is(e, FREEZE) && g.value(e) == which) {
          return e;
        }
      }
    }
    return Graph.INIT;
  }

  /** fhb: whether the write comes before the freeze in its thread. */
  static boolean shows(Graph g, int freeze, int write) {
    return g.thread(write) == g.thread(freeze) && write < freeze;
  }
}
