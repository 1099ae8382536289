// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
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
 *
 * J5  a read does not see w if a write w' to the same location overwrites w and has fhb(w',r)
 * </pre>
 *
 * <p>Under SC and TSO that is nothing new: stores are kept in order and so are loads, so the write
 * of o's reference that the chain begins with is seen after w'. PSO would let the reference pass
 * w'; a JVM there puts a storeStore fence at the end of the constructor.
 *
 * <p>That every write of o's reference comes after the freeze is the weaving's business, which
 * refuses a constructor that lets {@code this} escape. Writes that merely happen before the freeze,
 * in other threads, are left out: the weaker reading.
 */
final class FinalFields {
  /** Whether a write is known to overwrite another that is earlier in co. */
  @FunctionalInterface
  interface Overwriting {
    /** Every place in co counts: of the models in which memory has one order of all writes. */
    Overwriting BY_CO = (g, newer, older) -> true;

    boolean overwrites(Graph g, int newer, int older);
  }

  private FinalFields() {}

  /** J5: what a read through a final field may see. */
  static boolean j5(Graph g, int event, Overwriting overwriting) {
    int freeze = freeze(g, event);
    if (freeze == Graph.INIT) {
      return true;
    }
    int l = g.location(event);
    int w = g.source(event);
    for (int k = g.writes(l) - 1; k > g.place(w); k--) {
      int newer = g.write(l, k);
      if (shows(g, freeze, newer) && overwriting.overwrites(g, newer, w)) {
        return false;
      }
    }
    return true;
  }

  /** fhb: whether a dereference chain behind a final field shows the write to the read. */
  static boolean isShown(Graph g, int write, int read) {
    int freeze = freeze(g, read);
    return freeze != Graph.INIT && shows(g, freeze, write);
  }

  /** The freeze that a read relies on, or {@link Graph#INIT} if it relies on none. */
  private static int freeze(Graph g, int read) {
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
  private static boolean shows(Graph g, int freeze, int write) {
    return g.thread(write) == g.thread(freeze) && write < freeze;
  }
}
