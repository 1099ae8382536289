// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.function.Supplier;
import vacate.explorer.graph.Graph;
import vacate.explorer.search.ChoiceTree.Visit;

/** Visits a part of the tree, depth first, and leaves parts of that to others who want work. */
final class Walk {
  /** Those who may want work. */
  interface Others {
    /** Nobody does. */
    Others NONE =
        new Others() {
          @Override
          public boolean wantWork() {
            return false;
          }

          @Override
          public void take(Position part, Walk from) {}
        };

    boolean wantWork();

    /** Takes over what comes last of a walk. */
    void take(Position part, Walk from);
  }

  private final ChoiceTree tree;
  private final Executions executions;
  private final Others others;
  private final ChoiceTree.Children children = this::child;
  private final ChoiceTree.Children onlyChild = this::visit;
  private final Executions seen = new Seen();
  private Position position;
  private boolean over;

  /**
   * @param position where it begins
   */
  Walk(ChoiceTree tree, Position position, Executions executions, Others others) {
    this.tree = tree;
    this.position = position;
    this.executions = executions;
    this.others = others;
  }

  /** Passes on what is found, once it is nothing that is left to visit. */
  private final class Seen implements Executions {
    @Override
    public void complete(Graph graph, Object outcome) {
      position.seen();
      executions.complete(graph, outcome);
    }

    @Override
    public void blocked(Graph graph, Wait wait) {
      position.seen();
      executions.blocked(graph, wait);
    }

    @Override
    public void completeImage(Supplier<Graph> image, Object outcome) {
      executions.completeImage(image, outcome);
    }

    @Override
    public void bounded(String why) {
      executions.bounded(why);
    }

    @Override
    public void restart() {
      executions.restart();
    }

    @Override
    public void restartForTwins() {
      executions.restartForTwins();
    }
  }

  /**
   * Goes to the end. Where it needs more room, or has to see more of what the threads do, it goes
   * on from where it was.
   *
   * @throws TooLong if a thread has more events than there may be
   * @throws Lost if what it has seen is void
   */
  void run() {
    for (Visit visit; (visit = tree.visit(onlyChild)) != Visit.COMPLETE; ) {
      if (visit == Visit.VOID) {
        throw Lost.INSTANCE;
      }
      position = position.fromTheRoot();
    }
    over = true;
  }

  /**
   * What it has not visited yet. Only for its own thread, or once that has left it, by whatever
   * way.
   */
  Rest rest() {
    return over ? Rest.NONE : Rest.of(position);
  }

  Executions executions() {
    return executions;
  }

  private void visit(Graph g, int hint) {
    int thread = tree.next(g, hint);
    if (thread == ChoiceTree.IN_VAIN) {
      return;
    }
    if (thread < 0) {
      tree.leaf(g).report(seen);
    } else if (tree.mayBranch()) {
      position.enter(tree.event(thread));
      tree.expand(g, thread, children);
      position.leave();
    } else {
      tree.expand(g, thread, onlyChild);
    }
  }

  private void child(Graph g, int hint) {
    if (position.passesChild()) {
      return;
    }
    if (others.wantWork()) {
      Position part = position.split();
      if (part != null) {
        others.take(part, this);
      }
    }
    visit(g, hint);
    position.seen();
  }
}
