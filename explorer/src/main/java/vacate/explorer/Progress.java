// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
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
   * @param total an unbiased estimate of how many there are in all, complete and blocked, which
   *     mostly is too low; NaN in the first second, and where it cannot be estimated
   */
  record State(
      String test, MemoryModel model, long executions, long blocked, long nanos, double total) {
    /** So near to its estimate a search is more likely to pass it than to end there. */
    private static final double NEAR = 0.9;

    /** How many were visited. */
    public long done() {
      return executions + blocked;
    }

    /** Whether so many were visited that the estimate no longer says anything. */
    public boolean isEstimateUsedUp() {
      return done() > NEAR * total;
    }

    /**
     * Which part of all executions was visited, by the estimate; NaN if there is none, or if it is
     * used up.
     */
    public double share() {
      return isEstimateUsedUp() ? Double.NaN : done() / total;
    }
  }
}
