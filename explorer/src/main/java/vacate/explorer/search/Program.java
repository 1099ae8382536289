// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.List;
import vacate.explorer.graph.InitialValues;

/**
 * A concurrent program, as the search sees it: threads that read and write through a {@link
 * Memory}, and an epilogue that runs alone when all have finished.
 *
 * <p>What a thread does must depend on nothing but the values that its reads return: it is run
 * again from its start whenever one of them is new.
 */
public interface Program extends InitialValues {
  /** How many threads run concurrently. */
  int threads();

  /**
   * The thread that ends with the outcome of the execution, after all that have to come to their
   * end; -1 if the epilogue has it, which runs when all threads have finished.
   */
  default int concluding() {
    return -1;
  }

  /** Whether an execution is complete though a thread waits; not where another waits for it. */
  default boolean mayWaitForEver(int thread) {
    return false;
  }

  /** Runs one thread; returns when it is finished, or lets {@link Stop} through. */
  void run(int thread, Memory memory) throws Stop;

  /** What the number of a location stands for, in words; empty if nobody needs to know. */
  default String name(int location) {
    return "";
  }

  /**
   * What a location is called whichever object it is of: twins have each one of the same; empty if
   * no other is called so.
   */
  default String variable(int location) {
    return "";
  }

  /** How often a loop may go round from now on, in programs that know of loops. */
  default void boundLoops(int turns) {}

  /**
   * How many things have got a number until now, that is another one if they are met in another
   * order.
   */
  default int numbers() {
    return 0;
  }

  /**
   * Runs the epilogue after all threads: it sees the final memory.
   *
   * @return the outcome of the execution; equal outcomes should be one object
   */
  Object conclude(Memory memory) throws Stop;

  /**
   * The outcome of an execution in which threads threw, in place of the epilogue's.
   *
   * @param endings of all threads that did not finish, in their order
   * @return equal outcomes should be one object
   */
  default Object failed(List<Ending> endings) {
    return endings;
  }
}
