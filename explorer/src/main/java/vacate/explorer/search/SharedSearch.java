// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import java.util.function.Supplier;
import vacate.explorer.model.Axioms;

/**
 * Visits every consistent execution of a program exactly once, as {@link Search} does, by several
 * workers. They share what the threads of the program were seen to do, and nothing else: each has
 * graphs of its own, and who has nothing to do goes to a part of the tree that another leaves to
 * it.
 */
public final class SharedSearch {
  private static final int ALONE = 20_000;

  private final Tape tape;
  private final Supplier<Axioms> axioms;
  private final Part all;
  private final Crew crew;

  /** Hears of the executions of a part of the tree. */
  public interface Part extends Executions {
    /**
     * Another, that hears of the executions that come right behind all that this one will still
     * hear of. Called by the worker that tells this one.
     */
    Part behind();
  }

  /**
   * @param tape of the program
   * @param workers how many, this thread included
   * @param threads makes the others
   */
  public SharedSearch(
      Tape tape, Supplier<Axioms> axioms, Part all, int workers, Crew.Threads threads) {
    this(tape, axioms, all, workers, ALONE, threads);
  }

  /**
   * @param alone after how many children of nodes the others come
   */
  SharedSearch(
      Tape tape, Supplier<Axioms> axioms, Part all, int workers, int alone, Crew.Threads threads) {
    this.tape = tape;
    this.axioms = axioms;
    this.all = all;
    crew = new Crew(workers, alone, threads, this::work);
  }

  /**
   * Visits all executions. What one worker throws ends all of them, and is thrown.
   *
   * @throws TooLong if a thread has more events than there may be
   */
  public void run() {
    tape.renew();
    while (!walk() || tape.hasTakenBackTooMuch()) {
      all.restart();
    }
  }

  /** Returns false if it has to begin again. */
  private boolean walk() {
    try {
      crew.run(new Crew.Work(new Position(), all));
      return true;
    } catch (Lost lost) {
      tape.renew();
      return false;
    }
  }

  private void work(Crew.Work work) {
    ChoiceTree tree = new ChoiceTree(tape, axioms.get(), new Rules());
    new Walk(tree, work.from(), work.part(), crew).run();
  }
}
