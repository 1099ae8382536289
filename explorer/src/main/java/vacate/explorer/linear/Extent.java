// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

/**
 * How large scenarios are at most.
 *
 * @param threads that run in parallel
 * @param operations that each of them calls
 * @param before how many calls are made before they start
 * @param after how many when they have ended
 * @param values how many values of each parameter are tried
 */
public record Extent(int threads, int operations, int before, int after, int values) {
  /** Two threads with up to two calls each, one before, and two values. */
  public static final Extent DEFAULT = new Extent(2, 2, 1, 0, 2);

  /** As many threads as are ever played. */
  public static final int THREADS = 4;

  /**
   * @throws IllegalArgumentException if that is not played
   */
  public Extent {
    if (threads < 1 || threads > THREADS) {
      throw new IllegalArgumentException("1 to " + THREADS + " threads");
    }
    if (operations < 1 || before < 0 || after < 0) {
      throw new IllegalArgumentException("at least 1 operation in each thread, and 0 elsewhere");
    }
    if (values < 1 || values > vacate.explorer.lincheck.Domain.MOST) {
      throw new IllegalArgumentException(
          "1 to " + vacate.explorer.lincheck.Domain.MOST + " values of a parameter");
    }
  }

  @Override
  public String toString() {
    return "up to "
        + number(threads, "thread")
        + " with up to "
        + number(operations, "operation")
        + (threads == 1 ? "" : " each")
        + (before == 0 ? "" : ", up to " + before + " before")
        + (after == 0 ? "" : ", up to " + after + " after");
  }

  private static String number(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
