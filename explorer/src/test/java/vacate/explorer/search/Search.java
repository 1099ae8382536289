// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.model.Axioms;

/** Visits every consistent execution of a program exactly once. */
public final class Search {
  private final Tape tape;
  private final ChoiceTree tree;
  private final Executions executions;

  /**
   * @param tape of the program
   */
  public Search(Tape tape, Axioms axioms, Executions executions) {
    this(tape, axioms, new Rules(), executions);
  }

  Search(Tape tape, Axioms axioms, Rules rules, Executions executions) {
    this.tape = tape;
    this.tree = new ChoiceTree(tape, axioms, rules);
    this.executions = executions;
  }

  /**
   * Visits all executions.
   *
   * <p>It may have to start again, because an update must not be taken back, or the place where it
   * was is not found when there is more to see of the threads. Then {@link Executions#restart} is
   * called, and what was reported is void.
   *
   * @throws TooLong if a thread has more events than there may be
   */
  public void run() {
    tape.begin();
    while (!walk()) {
      // it has said that it begins again
    }
  }

  /** Returns false if it has to begin again. */
  private boolean walk() {
    try {
      new Walk(tree, new Position(), executions, Walk.Others.NONE).run();
      if (!tape.hasTakenBackTooMuch()) {
        return true;
      }
      executions.restart();
    } catch (Lost lost) {
      tape.begin();
      executions.restart();
    } catch (Anew anew) {
      tape.beginAnew(anew.unlike);
      executions.restartForTwins();
    }
    return false;
  }
}
