// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.INTERRUPT;

import vacate.explorer.graph.Access;

/**
 * The memory that a thread's code sees while it runs. Where nobody knows yet what a read returns,
 * the code goes no further: each method that throws {@link Stop} may end the run, and so do those
 * that return one, which the caller throws.
 */
public interface Memory {
  /** Where who asks whether an interrupt comes always wants to know. */
  int ANYWHERE = -1;

  /** Number of the thread that runs. */
  int thread();

  /** Reads; {@code access} has {@code READ}, and {@code UPDATE} for a read-modify-write. */
  long read(int location, int access) throws Stop;

  /** Writes; with {@code UPDATE}, the write of the read that came just before. */
  void write(int location, int access, long value) throws Stop;

  void fence(int access) throws Stop;

  /** A freeze, or what announces a read that relies on one. */
  void freeze(int access, long which) throws Stop;

  /** The next access is a read through a reference to that object, which came out of a read. */
  default void through(int object) {}

  /** The thread that runs is the {@link Program#concluding} one, and has come to that. */
  default void conclude(Object outcome) {}

  /** Lets the environment decide: false is what normally happens. */
  default boolean choose() throws Stop {
    return choose(0);
  }

  /**
   * The same of something else than whether a weak compare-and-set fails.
   *
   * @param sort {@link Access#WAKE}, {@link Access#LOT}, {@link Access#TIME} or {@link Access#LATE}
   */
  default boolean choose(int sort) throws Stop {
    return read(-1, CHOICE | sort) != 0;
  }

  /** Whether a loop may go round as often as any could at most, whatever it reads. */
  default boolean letsLoopsGoOn() {
    return false;
  }

  /**
   * Whether it could make a difference that an interrupt comes just before an access. If not, and
   * it comes later, before something else, all is the same.
   *
   * @param location that is accessed next, or {@link #ANYWHERE}
   * @param kinds of interrupts that may come, each of which is a step to ask for
   */
  default boolean mayInterrupt(int location, int access, int kinds) {
    return true;
  }

  /** Whether an interrupt comes here. */
  default boolean interrupts() throws Stop {
    return read(-1, CHOICE | INTERRUPT) != 0;
  }

  /** The handler of an interrupt begins, or is at its end. */
  default void handles(boolean handling) {}

  /**
   * The running iteration had no effect and waits for another thread: the thread is blocked.
   * Returns only in the end game, where it is tried whether the thread would go on in the final
   * memory.
   *
   * <p>What had no effect is taken back, see {@link Waits}.
   */
  void await() throws Stop;

  /** Whether the thread goes on after a wait, alone, in memory that nobody else writes any more. */
  boolean isEndGame();

  /** The thread went on for longer than it may; {@code why} becomes the reason of the result. */
  Stop cut(String why);

  /**
   * The thread ends by throwing.
   *
   * @param description goes into the outcome of the execution, and is the epilogue's if that threw
   */
  Stop fail(Object description);

  /** The thread does something that the explorer does not understand. */
  Stop refuse(Refused reason);

  /** How many events came so far: reads, writes, fences, choices. */
  int events();

  /** How many reads came so far. */
  int reads();

  /** What the last read returned. */
  long lastRead();

  /** Stands for the thread and the values that it has read so far. */
  Object position();

  /**
   * Whether the thread has read between two positions what it has read between two others.
   *
   * @param from and {@code again}: positions that the thread has come by
   */
  boolean readsTheSame(Object from, Object to, Object again, Object here);
}
