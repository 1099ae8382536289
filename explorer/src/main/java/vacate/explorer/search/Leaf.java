// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.graph.Graph;

/** An execution in which no thread can go on. */
final class Leaf {
  private final Threads code;
  private final Graph g;

  Leaf(Threads code, Graph g) {
    this.code = code;
    this.g = g;
  }

  /**
   * Runs the epilogue, if all threads are finished, and tells what the execution comes to.
   *
   * @throws Refused if the epilogue waits
   */
  void report(Executions executions) {
    boolean cutOff = code.anyIs(g, Node.End.BOUNDED);
    if (cutOff) {
      boolean waits = code.anyIs(g, Node.End.BLOCKED);
      executions.bounded(
          code.reason() + (waits ? ", and a thread waits that it might have woken" : ""));
    }
    switch (code.state(g)) {
      case FINISHED -> finished(code.outcome(g), executions);
      case FAILED -> {
        if (code.endGame().deadlocked(g)) {
          executions.complete(g, code.outcome(g));
        } else {
          executions.blocked(g, Wait.ENDS);
        }
      }
      default -> executions.blocked(g, cutOff ? Wait.ENDS : code.endGame().waits(g));
    }
  }

  private void finished(Object outcome, Executions executions) {
    if (outcome instanceof Epilogue.CutOff cut) {
      executions.bounded("in the epilogue " + cut.why());
      executions.blocked(g, Wait.ENDS);
    } else if (outcome == null) {
      throw new Refused("the arbiter waits, and there is nobody left to wait for");
    } else {
      executions.complete(g, outcome);
    }
  }
}
