// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vacate.explorer.model.Axioms;

/**
 * Visits every consistent execution of a program exactly once, by one worker or several. They share
 * what the threads of the program were seen to do, and nothing else: each has graphs of its own,
 * and who has nothing to do goes to a part of the tree that another leaves to it.
 *
 * <p>It may have to start again, because an update must not be taken back, or the place where a
 * walk was is not found when there is more to see of the threads. Then {@link Executions#restart}
 * is called on the first part, and what was reported is void.
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

    /**
     * What is still left to visit of this part is what {@code rest} says. It may be asked by the
     * worker that tells this part, or once the search has ended, by whatever way.
     */
    default void leaves(Supplier<Rest> rest) {}
  }

  /** A part of the tree of which some is left to visit. */
  public record Unvisited(Rest rest, Part part) {}

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
    tape.begin();
    goOn(List.of(new Unvisited(Rest.ALL, all)));
  }

  /**
   * Visits what an earlier search has left, or what one in another process has whose {@link
   * Tape#journal} this tape has repeated. What one worker throws ends all of them, and is thrown.
   *
   * @throws TooLong if a thread has more events than there may be
   */
  public void goOn(List<Unvisited> parts) {
    List<Unvisited> left = parts;
    while (!walk(left)) {
      left = List.of(new Unvisited(Rest.ALL, all));
    }
  }

  /** Returns false if it has to begin again, and has said so. */
  private boolean walk(List<Unvisited> parts) {
    List<Crew.Work> work = new ArrayList<>();
    for (Unvisited one : parts) {
      one.part().leaves(one::rest);
      if (!one.rest().isNone()) {
        work.add(new Crew.Work(one.rest().begin(), one.part()));
      }
    }
    try {
      if (!work.isEmpty()) {
        crew.run(work);
      }
      if (tape.hasTakenBackTooMuch()) {
        all.restart();
        return false;
      }
      return true;
    } catch (Lost lost) {
      tape.begin();
      all.restart();
    } catch (Anew anew) {
      tape.beginAnew(anew.unlike);
      all.restartForTwins();
    }
    return false;
  }

  private void work(Crew.Work work) {
    ChoiceTree tree = new ChoiceTree(tape, axioms.get(), new Rules());
    Walk walk = new Walk(tree, work.from(), work.part(), crew);
    work.part().leaves(walk::rest);
    walk.run();
  }
}
