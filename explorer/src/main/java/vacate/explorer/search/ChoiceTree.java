// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.APART;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;
import vacate.explorer.graph.GraphFull;
import vacate.explorer.graph.Twins;
import vacate.explorer.model.Axioms;

/**
 * The tree whose nodes are the consistent graphs of a program, each exactly once, and whose leaves
 * are its executions: TruSt (Kokologiannakis, Marmanis, Gladstein, Vafeiadis, POPL 2022).
 *
 * <pre>
 * children of G:
 *   a = the next event of the first thread that can go on
 *   a is a read:   for each write w of its location:             G + a reading from w
 *   a is a write:  for each place of a in co:                    G + a at that place
 *                  for each read r of its location that is not before a, if r and all that would be
 *                  deleted were maximally added:  for each place: G - deleted + a, r reading a
 * </pre>
 *
 * <p>A read-modify-write is its read and, as the very next step, its write right behind its source.
 * Another may sit there already: then no place is left, but the revisits are tried all the same,
 * they are how the other order is reached. A revisited read keeps its stamp.
 */
final class ChoiceTree {
  /** What {@link #next} says of a node without executions behind it. */
  static final int IN_VAIN = -2;

  private static final int LOG_CAPACITY = 6;
  private static final int MAX_LOG_CAPACITY = 16;

  /** Takes the children of a node one by one. */
  @FunctionalInterface
  interface Children {
    /**
     * The next one.
     *
     * @param g valid only now; it may be expanded meanwhile
     * @param hint a thread whose read was just given a source: if that makes it a
     *     read-modify-write, its write is next; else -1
     */
    void child(Graph g, int hint);
  }

  private final Tape tape;
  private final Axioms axioms;
  private final Rules rules;
  private final int threads;
  private int logCapacity = LOG_CAPACITY;
  private Threads code;
  private Revisits revisits;
  private Twins twins = Twins.NONE;

  /** Null where no two threads do the same. */
  private Mirror mirror;

  private Graph image;
  private boolean isDrawn;

  ChoiceTree(Tape tape, Axioms axioms, Rules rules) {
    this.tape = tape;
    this.axioms = axioms;
    this.rules = rules;
    this.threads = tape.program().threads();
  }

  /** How a visit ended. */
  enum Visit {
    COMPLETE,
    /** What comes next needs the tree drawn finer, or larger; what was seen stands. */
    INTERRUPTED,
    /** The tree is another one, and what was seen is void. */
    VOID
  }

  /**
   * Hands the root over.
   *
   * @throws TooLong if a thread has more events than there may be
   * @throws Anew if the tree is another one because of twins
   */
  Visit visit(Children root) {
    revisits = new Revisits(axioms, rules, this::newGraph);
    code = new Threads(tape);
    twins = Twins.NONE;
    try {
      twins = code.twins();
      mirror = twins.exist() ? code.mirror() : null;
      image = null;
      root.child(newGraph(), -1);
    } catch (GraphFull full) {
      if (++logCapacity > MAX_LOG_CAPACITY) {
        throw new TooLong(1 << MAX_LOG_CAPACITY);
      }
      return Visit.INTERRUPTED;
    } catch (Surprise surprise) {
      if (surprise == Surprise.INSTANCE && twins.exist()) {
        throw new Anew(Twins.NONE); // which of two executions is visited may be another now
      }
      return surprise == Surprise.VOID ? Visit.VOID : Visit.INTERRUPTED;
    }
    return Visit.COMPLETE;
  }

  private Graph newGraph() {
    return new Graph(threads, logCapacity, axioms.clockWords(threads), tape.initialValues(), twins);
  }

  /** What a node is that has no children because no thread can go on. */
  Leaf leaf(Graph g) {
    if (mirror == null) {
      return new Leaf(code, g);
    }
    mirror.look(g);
    isDrawn = false;
    return FirstOfTwo.stands(g) ? new Leaf(code, g, mirror, () -> imageOf(g)) : new Leaf(code, g);
  }

  /** Drawn once for each leaf, if at all. */
  private Graph imageOf(Graph g) {
    if (image == null) {
      image = new Graph(threads, logCapacity, axioms.clockWords(threads), tape.initialValues());
    }
    if (!isDrawn) {
      mirror.draw(g, image);
      isDrawn = true;
    }
    return image;
  }

  /**
   * The thread whose next event the children of a node have; -1 if none can go on, and it is a
   * leaf; or {@link #IN_VAIN}.
   */
  int next(Graph g, int hint) {
    int thread = code.next(g, hint);
    if (thread == IN_VAIN && mirror != null) {
      mirror.look(g); // others may see of it only what is alike
    }
    return thread;
  }

  /** Whether the node just asked for {@link #next} may have several children. */
  boolean mayBranch() {
    return (code.op().access() & FENCE) == 0;
  }

  /** Stands for the event of that thread: no two that are tried there have the same. */
  long event(int thread) {
    return (long) code.op().location() << 32 | (code.op().access() & ~APART) << 8 | thread;
  }

  /**
   * Hands all children of a node over.
   *
   * @param t what {@link #next} has just said
   */
  void expand(Graph g, int t, Children children) {
    Op op = code.op();
    Node node = code.node();
    int step = code.step();
    int access = op.access();
    int e = g.append(t, access, op.location(), op.value());
    g.continuations().set(e, node, step + 1);
    if ((access & READ) != 0) {
      read(g, e, children);
    } else if ((access & WRITE) != 0) {
      g.computePrefix(e);
      write(g, e, children);
      revisits.children(g, e, children);
    } else if ((access & FENCE) != 0) {
      g.computePrefix(e);
      if (rules.isFirstOfTwo(g, e) && axioms.admits(g, e)) {
        children.child(g, -1);
      }
    } else {
      choice(g, e, children);
    }
    g.removeLast(e);
  }

  private void read(Graph g, int e, Children children) {
    int location = g.location(e);
    int t = g.thread(e);
    int newest = g.writes(location) - 1;
    int oldest = g.is(e, FINAL) ? newest : 0;
    boolean ownSeen = false;
    for (int k = newest; k >= oldest; k--) {
      int w = g.write(location, k);
      boolean before = w == Graph.INIT || g.thread(w) == t;
      if (before && ownSeen) {
        continue; // overwritten in its own thread: no model lets it be read
      }
      ownSeen |= before;
      g.readFrom(e, w);
      g.computePrefix(e);
      if (rules.isFirstOfTwo(g, e) && axioms.admits(g, e)) {
        children.child(g, t);
      }
      g.unread(e);
    }
  }

  private void choice(Graph g, int e, Children children) {
    for (int answer = 0; answer < 2; answer++) {
      g.choose(e, answer);
      g.computePrefix(e);
      if (rules.isFirstOfTwo(g, e) && axioms.admits(g, e)) {
        children.child(g, -1);
      }
    }
  }

  /** Tries every place in co for a write that is there already but for that. */
  private void write(Graph g, int e, Children children) {
    int location = g.location(e);
    for (int place = Places.last(g, e), first = Places.first(g, e); place >= first; place--) {
      if (rules.isFree(g, location, place)) {
        g.insert(e, place);
        if (rules.isFirstOfTwo(g, e) && axioms.admits(g, e)) {
          children.child(g, -1);
        }
        g.extract(e);
      }
    }
  }
}
