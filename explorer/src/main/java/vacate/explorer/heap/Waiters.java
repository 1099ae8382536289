// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.stream.IntStream;

/**
 * Which threads wait at a monitor or a condition, and what may end that besides a notification.
 *
 * @param bits three for each thread
 */
record Waiters(long bits) {
  private static final int BITS = 3;

  /** How many threads there may be: those with a smaller number. */
  static final int MOST = Long.SIZE / BITS;

  /** What becomes of a thread that waits. */
  enum How {
    /** It does not wait, or was notified. */
    NOT,
    /** Nothing else ends it. */
    REGARDLESS,
    /** An interrupt may. */
    INTERRUPTIBLY,
    /** So may the time that it waits for at most. */
    FOR_A_WHILE,
    /** An interrupt has, before somebody notified, and the thread has only not come back yet. */
    INTERRUPTED,
    /** So has the time. */
    TIME_IS_UP;

    /** Whether a notification can still reach it. */
    private boolean waits() {
      return this == REGARDLESS || this == INTERRUPTIBLY || this == FOR_A_WHILE;
    }
  }

  How how(int thread) {
    return How.values()[(int) (bits >>> thread * BITS) & (1 << BITS) - 1];
  }

  Waiters with(int thread, How how) {
    long others = bits & ~((1L << BITS) - 1 << thread * BITS);
    return new Waiters(others | (long) how.ordinal() << thread * BITS);
  }

  /** Those that a notification can reach. */
  int[] waiting() {
    return IntStream.range(0, MOST).filter(t -> how(t).waits()).toArray();
  }
}
