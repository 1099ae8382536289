// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.LOAD_LOAD;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.STORE_STORE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;

/**
 * The Java memory model: JLS 17.4 for plain and volatile accesses, the Javadoc of {@code VarHandle}
 * for the other modes and fences, in the style of RC11 (Lahav et al. 2017). Where the texts differ
 * the weaker reading is taken, so that a proof never rests on a guarantee that nobody gives.
 *
 * <pre>
 * pub = (rf ; [U])* ; rf                              through a chain of read-modify-writes
 * rel = [Rel] ; pub ∪ [Frel] ; po ; [W] ; pub         acq = [Acq] ∪ [R] ; po ; [Facq]
 * hb  = (po ∪ rel;acq)+
 * ss  = [W] ; po ; [Fss] ; po ; [W] ; pub             ll  = [R] ; po ; [Fll] ; po ; [R]
 * K   = hb ∪ ss ; acq ; hb?                           xhb = K ∪ K? ; rel ; ll ∪ ss ; ll
 *
 * J1  a read does not see w if a write w' to the same location has xhb(w,w') and xhb(w',r)
 * J2  irreflexive(xhb ; (rf;[O] ∪ co ∪ [O];fr)+)
 * J3  irreflexive((ord ∩ loc) ; eco)
 * J4  acyclic(psc), see {@link ScOrder}
 * J5  a read does not see w if a write w' to the same location has xhb(w,w') and fhb(w',r), see
 *     {@link FinalFields}: so w' overwrites w only if it knows it
 * </pre>
 *
 * <p>Where data dependencies are kept, J1 and J2 have xhb ∪ dep before a read, see {@link
 * AddressDependencies}.
 *
 * <p>All of rf, hb, K and xhb lie inside po ∪ rf, so an event's clocks are known when it is added
 * and never change. Prefix-closed: every axiom is positive in po, rf and co. Extensible: an event
 * that reads the co-last write or is co-last has no outgoing edge, and J1 then follows from the
 * write-write part of J2.
 */
class JavaMemory extends Axioms {
  private final ScOrder sc = new ScOrder();
  private final SequentialConsistency interleaving = new SequentialConsistency();
  private final FinalFields.Overwriting overwriting = this::overwrites;
  private JavaClocks clocks;

  @Override
  public int clockWords(int threads) {
    return JavaClocks.words(threads);
  }

  @Override
  public boolean admits(Graph g, int event) {
    if (clocks == null || clocks.threads() != g.threads()) {
      clocks = new JavaClocks(g.threads());
    }
    clocks.compute(g, event);
    return !g.hasOutgoing(event) || axioms(g, event);
  }

  private boolean axioms(Graph g, int event) {
    boolean plainRead = (g.access(event) & (READ | OPAQUE)) == READ;
    return (plainRead ? j1(g, event) : j2(g, event))
        && j3(g, event)
        && j5(g, event)
        && j4(g, event);
  }

  /** J1: what a plain read may see. {@code w'} is a write, and later in co than {@code w} by J2. */
  boolean j1(Graph g, int read) {
    int l = g.location(read);
    int w = g.source(read);
    for (int k = g.writes(l) - 1; k > g.place(w); k--) {
      int newer = g.write(l, k);
      if (isKnown(g, newer, read) && (w == Graph.INIT || clocks.knows(g, newer, w))) {
        return false;
      }
    }
    return true;
  }

  /**
   * J2: opaque reads and all writes are coherent with everything that the event knows. J1 for an
   * opaque read is a special case.
   */
  boolean j2(Graph g, int event) {
    int l = g.location(event);
    for (int k = g.writes(l) - 1; k > g.placeOf(event); k--) {
      if (isKnown(g, g.write(l, k), event)) {
        return false;
      }
      for (int r = g.firstReader(l, k); r != Graph.INIT; r = g.nextReader(r)) {
        if ((g.access(r) & OPAQUE) != 0 && isKnown(g, r, event)) {
          return false;
        }
      }
    }
    return true;
  }

  /** xhb, or what a dependency shows where these are kept. */
  private boolean isKnown(Graph g, int earlier, int event) {
    return clocks.known(g, earlier, event) || AddressDependencies.show(g, clocks, earlier, event);
  }

  /**
   * J3: accesses of one thread and location that a mode or fence keeps in order are coherent, plain
   * ones too.
   *
   * <pre>
   * ord = [Acq];po ∪ po;[Rel] ∪ [R];po;[Facq];po;[M] ∪ [M];po;[Frel];po;[W]
   *       ∪ [M];po;[Fsc];po;[M] ∪ [W];po;[Fss];po;[W] ∪ [R];po;[Fll];po;[R]
   * </pre>
   */
  boolean j3(Graph g, int event) {
    int l = g.location(event);
    int access = g.access(event);
    int fences = 0;
    for (int i = g.index(event) - 1; i >= 0; i--) {
      int e = g.event(g.thread(event), i);
      if (g.location(e) == l && ordered(g.access(e), fences, access)) {
        boolean behind =
            (access & WRITE) != 0
                ? g.place(event) > g.placeOf(e)
                : g.placeOf(event) >= g.placeOf(e);
        if (!behind) {
          return false;
        }
      }
      if ((g.access(e) & FENCE) != 0) {
        fences |= g.access(e);
      }
    }
    return true;
  }

  /** ord of J3: {@code fences} has the bits of all fences between the two accesses. */
  static boolean ordered(int first, int fences, int second) {
    boolean fromRead = (first & (READ | UPDATE)) != 0;
    boolean fromWrite = (first & WRITE) != 0;
    boolean toWrite = (second & WRITE) != 0;
    boolean toRead = (second & READ) != 0;
    return (first & ACQUIRE) != 0
        || toWrite && (second & RELEASE) != 0
        || (fences & VOLATILE) != 0
        || fromRead && (fences & ACQUIRE) != 0
        || toWrite && (fences & RELEASE) != 0
        || fromWrite && toWrite && (fences & STORE_STORE) != 0
        || fromRead && toRead && (fences & LOAD_LOAD) != 0;
  }

  /** J5: what a read through a final field may see. */
  boolean j5(Graph g, int event) {
    return FinalFields.j5(g, event, overwriting);
  }

  private boolean overwrites(Graph g, int newer, int w) {
    return w == Graph.INIT || clocks.knows(g, newer, w);
  }

  /**
   * J4: acyclic(psc). A cycle that was not there before the event leads through it by po, rf, co
   * and fr, of which psc is made; that is far cheaper to rule out, and usually all that is needed.
   */
  boolean j4(Graph g, int event) {
    return interleaving.sc1(g, event) || sc.acyclic(g);
  }
}
