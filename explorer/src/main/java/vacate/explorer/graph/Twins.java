// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

/**
 * Two threads that do the same, up to the names of locations and values. With each execution there
 * is its mirror image then, in which each does what the other did; of the two one is built, that in
 * which the first is ahead: as long as both have done the same, an event of the second comes after
 * that of the first.
 *
 * @param first the thread that is ahead
 * @param second the other
 */
public record Twins(int first, int second) {
  /** No two do the same. */
  public static final Twins NONE = new Twins(-1, -1);

  /** Whether there are two. */
  public boolean exist() {
    return first >= 0;
  }

  /** Who does in the mirror image what a thread does. */
  public int mirrored(int thread) {
    return thread == first ? second : thread == second ? first : thread;
  }
}
