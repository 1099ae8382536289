// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/**
 * What became of a thread that did not finish, in an execution in which some thread threw.
 *
 * @param thread its number
 * @param how what became of it
 * @param thrown what {@link Memory#fail} was given; null if it did not throw
 */
public record Ending(int thread, How how, Object thrown) {
  /** The ways not to finish. */
  public enum How {
    THREW,
    /** For another thread, and would if it were alone: the one that threw, say. */
    WAITS,
    /** At a bound. */
    WAS_CUT_OFF
  }
}
