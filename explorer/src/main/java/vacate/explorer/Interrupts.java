// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.function.BooleanSupplier;

/** Interrupts of an actor, for tests whose actors are CPUs. */
public final class Interrupts {
  private Interrupts() {}

  /**
   * Does something, and lets at most one interrupt come: before it, after it, or between any two
   * accesses, fences and locks of it, as long as a field does not mask it. The handler runs in the
   * actor itself, to its end, and no interrupt comes while it does: it is its part of what the
   * actor does there, and orders nothing.
   *
   * <p>The explorer visits the executions of each place where it can come, and the one where it
   * does not; places between which the handler could not tell are one. On a JVM none comes.
   *
   * @param code must not come here again, nor must the handler
   * @param of whose field masks it: an object that setup has made
   * @param mask name of the boolean field, which only this actor writes: none comes while it is
   *     true
   */
  public static void during(Runnable code, Object of, String mask, Runnable handler) {
    code.run();
  }

  /**
   * Does something, and lets the actor be taken from it for something else, once: as {@link
   * #during}, but only where a count is 0, too, as {@code preempt_count} is where a process may be
   * preempted. What comes between runs to its end before the first goes on; what is {@linkplain
   * #onRequest requested} may come meanwhile.
   *
   * @param count name of the int field, which only this actor writes
   */
  public static void whilePreemptible(
      Runnable code, Object of, String mask, String count, Runnable other) {
    code.run();
  }

  /**
   * Does something, and lets an interrupt come wherever one is requested: as {@link #during}, but
   * whether it comes is no choice of the explorer's, and it comes as often as it is requested. At
   * each place where it is not masked it is asked for, which is a part of what the actor does
   * there. One that is requested and one of the others may come to the same code; none comes while
   * a handler runs, or while it is asked for one.
   *
   * <p>On a JVM none comes: who requests one must be answered otherwise, at the latest when the
   * code is at its end.
   *
   * @param requested reads one field, and does nothing else; false from when the handler has run
   *     until another is requested
   */
  public static void onRequest(
      Runnable code, Object of, String mask, BooleanSupplier requested, Runnable handler) {
    code.run();
  }
}
