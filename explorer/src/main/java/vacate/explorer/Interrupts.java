// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

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
}
