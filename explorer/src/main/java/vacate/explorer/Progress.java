// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import vacate.explorer.model.MemoryModel;

/** Hears from a long exploration, some times a second, on the thread that explores. */
@FunctionalInterface
public interface Progress {
  /** Says nothing. */
  Progress NONE = state -> {};

  /** How far it is. */
  void update(State state);

  /**
   * How far an exploration is.
   *
   * @param executions complete executions so far
   * @param blocked executions so far in which an actor waits
   * @param nanos how long it has taken so far
   * @param total an unbiased estimate of how many there are in all, complete and blocked; NaN in
   *     the first second, and where it cannot be estimated
   */
  record State(
      String test, MemoryModel model, long executions, long blocked, long nanos, double total) {
    /** Which part of all executions was visited, by the estimate; NaN if there is none. */
    public double share() {
      long done = executions + blocked;
      return done / Math.max(done, total);
    }
  }
}
