// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

/**
 * Where an exploration gives up.
 *
 * @param loop how often a loop that reads shared memory may go round in one run of an actor
 * @param executions how many executions, complete and blocked, may be visited
 */
public record Bounds(int loop, long executions) {
  /** Loops of 100 iterations, and as many executions as there are. */
  public static final Bounds DEFAULT = new Bounds(100, Long.MAX_VALUE);

  public Bounds {
    if (loop < 1 || executions < 1) {
      throw new IllegalArgumentException("bounds must be positive");
    }
  }
}
