// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.graph.Graph;
import vacate.explorer.model.Axioms;

/** Visits every consistent execution of a program exactly once. */
public final class Search {
  private final ChoiceTree tree;
  private final Executions executions;
  private final ChoiceTree.Children children = this::child;
  private final ChoiceTree.Children onlyChild = this::visit;
  private Position position;

  /**
   * @param tape of the program
   */
  public Search(Tape tape, Axioms axioms, Executions executions) {
    this(tape, axioms, new Rules(), executions);
  }

  Search(Tape tape, Axioms axioms, Rules rules, Executions executions) {
    this.tree = new ChoiceTree(tape, axioms, rules);
    this.executions = executions;
  }

  /**
   * Visits all executions.
   *
   * <p>It may have to start again, because an update must not be taken back. Then {@link
   * Executions#restart} is called, and what was reported is void. Where it only needs more room, or
   * has to see more of what the threads do, it goes on from where it was.
   *
   * @throws TooLong if a thread has more events than there may be
   */
  public void run() {
    position = new Position();
    while (true) {
      switch (tree.visit(onlyChild)) {
        case COMPLETE -> {
          return;
        }
        case INTERRUPTED -> position = position.fromTheRoot();
        case VOID -> startAgain();
      }
    }
  }

  private void startAgain() {
    executions.restart();
    position = new Position();
  }

  private void visit(Graph g, int hint) {
    int thread = tree.next(g, hint);
    if (thread < 0) {
      tree.leaf(g).report(executions);
    } else if (tree.mayBranch()) {
      position.enter(tree.event(thread));
      tree.expand(g, thread, children);
      position.leave();
    } else {
      tree.expand(g, thread, onlyChild);
    }
  }

  private void child(Graph g, int hint) {
    if (!position.passesChild()) {
      visit(g, hint);
      position.seenChild();
    }
  }
}
