// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

/**
 * What is wrong with one run.
 *
 * @param kind {@link #FALSE_SUCCESS}, {@link #NOT_LINEARIZABLE}, {@link #HANG}, the name of a
 *     {@link vacate.invariant.Violation}, or the kernel function in which a CPU died
 * @param text the details
 */
public record Fault(String kind, String text) {
  /** A vacate said that it had succeeded, and had not; nothing else is wrong. */
  public static final String FALSE_SUCCESS = "FALSE_SUCCESS";

  /** No order of the operations explains what they answered. */
  public static final String NOT_LINEARIZABLE = "NOT_LINEARIZABLE";

  /** Actors wait for each other, or for a lock that nobody holds, for ever. */
  public static final String HANG = "HANG";

  @Override
  public String toString() {
    return kind + ": " + text;
  }
}
