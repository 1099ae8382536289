// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;

import java.util.function.Supplier;
import vacate.explorer.graph.Graph;
import vacate.explorer.graph.MirrorImage;
import vacate.explorer.graph.Twins;

/**
 * Whether two threads do the same, up to the names of locations and values, and what the others do
 * is the same when the two change places. It is seen by running the code: for all that a thread
 * does in an execution there is what does the same in the mirror image, with the other names.
 *
 * <p>That is asked of every step of every execution that is visited, and of what is left behind as
 * a wait {@linkplain ChoiceTree#IN_VAIN in vain}. So if one is left out because it is the image of
 * another, each step of it is one that the code takes: take the longest part of it that is an
 * execution of the code so far; the image of that part is in one that was visited, and what comes
 * next there has its image too.
 */
final class Mirror implements MirrorImage.Steps {
  private final Tape tape;
  private final Threads code;
  private final Twins twins;
  private final Renaming names;
  private final MirrorImage image;

  /**
   * @param code of the worker that asks
   * @param pairing all workers have the same
   */
  Mirror(Tape tape, Threads code, Pairing pairing) {
    this.tape = tape;
    this.code = code;
    twins = pairing.twins();
    names = pairing.names();
    image = new MirrorImage(twins, this);
  }

  /**
   * Sees to it that all that the threads do in an execution has its image.
   *
   * @throws Anew if it has none: the two are no twins
   */
  void look(Graph g) {
    for (int t = 0; t < g.threads(); t++) {
      if (code.at(g, t).image == null) {
        synchronized (tape) {
          lookAtAll(g);
        }
        return;
      }
    }
  }

  /** Each read is after its source, so that what it reads has a name. */
  private void lookAtAll(Graph g) {
    int[] done = new int[g.threads()];
    for (int t = 0; t < done.length; t++) {
      int other = twins.mirrored(t);
      lookAt(code.root(g, t), () -> code.root(g, other));
    }
    for (boolean progress = true; progress; ) {
      progress = false;
      for (int t = 0; t < done.length; t++) {
        while (done[t] < g.length(t) && lookAt(g, g.event(t, done[t]))) {
          done[t]++;
          progress = true;
        }
      }
    }
  }

  /** Looks at what comes behind a read or a choice, once what it has read was looked at. */
  private boolean lookAt(Graph g, int e) {
    if ((g.access(e) & (READ | CHOICE)) == 0) {
      return true;
    }
    int source = g.is(e, CHOICE) ? Graph.INIT : g.source(e);
    if (source != Graph.INIT && ((Node) g.continuations().node(source)).image == null) {
      return false;
    }
    Node before = (Node) g.continuations().node(e);
    int thread = g.thread(e);
    Node behind = code.child(g, thread, before, g.value(e));
    lookAt(behind, () -> code.child(g, twins.mirrored(thread), before.image, name(g, e)));
    return true;
  }

  private long name(Graph g, int e) {
    return g.is(e, CHOICE) ? g.value(e) : names.value(g.location(e), g.value(e));
  }

  /** Holds what a thread does against what is done in the image. */
  private void lookAt(Node node, Supplier<Node> there) {
    if (node.image == null) {
      Node other = there.get();
      if (!doTheSame(node, other)) {
        throw new Anew(twins);
      }
      node.image = other;
      other.image = node;
    }
  }

  /** Draws the image of an execution that was {@linkplain #look looked at}. */
  void draw(Graph g, Graph into) {
    image.draw(g, into);
  }

  private boolean doTheSame(Node node, Node there) {
    if (node.end != there.end || node.count != there.count || node.takenBack != there.takenBack) {
      return false;
    }
    for (int i = 0; i < node.count; i++) {
      if (!areTheSame(node.ops[i], there.ops[i])) {
        return false;
      }
    }
    return node.end != Node.End.READ || areTheSame(node.read, there.read);
  }

  private boolean areTheSame(Op op, Op there) {
    return op.access() == there.access()
        && ((op.access() & READ) != 0
            ? names.binds(op.location(), there.location())
            : names.binds(op.location(), op.value(), there.location(), there.value()));
  }

  /** What a location holds in the end of the image of an execution that was looked at. */
  long last(Graph g, int location) {
    int there = names.location(location);
    int write = g.write(there, g.writes(there) - 1);
    return write == Graph.INIT
        ? g.initial(location)
        : op(image(g.continuations().node(write)), g.access(write), g.continuations().step(write))
            .value();
  }

  /** Who does in the image what a thread does. */
  int mirrored(int thread) {
    return twins.mirrored(thread);
  }

  // ---- steps, of what was looked at

  @Override
  public Object image(Object node) {
    return ((Node) node).image;
  }

  @Override
  public int location(Object node, int access, int step) {
    return op(node, access, step).location();
  }

  @Override
  public long value(Object node, int access, int step) {
    return op(node, access, step).value();
  }

  private static Op op(Object node, int access, int step) {
    Node at = (Node) node;
    return (access & (READ | CHOICE)) != 0 ? at.read : at.ops[step - 1];
  }
}
