// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When an exploration, or several of them, must be over: each then ends at its next execution.
 *
 * @param nanoTime a clock that never goes back, in nanoseconds
 * @param end its time from which on it is over
 * @param name which time that was, in the words of a result, as in "90 s for the test"
 */
public record Deadline(LongSupplier nanoTime, long end, String name) {
  /** Never. */
  public static final Deadline NONE = new Deadline(() -> -1, 0, "");

  /** So long from now on. */
  public static Deadline in(Duration time, LongSupplier nanoTime, String name) {
    return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos(), name);
  }

  /** Whether it is over. */
  public boolean isPast() {
    return left() <= 0;
  }

  /** After how many milliseconds it is over for certain; at least one. */
  long millisLeft() {
    return Math.max(1, Duration.ofNanos(left()).toMillis() + 1);
  }

  /** Whichever comes first; both by the same clock, unless one never comes. */
  public Deadline or(Deadline other) {
    return other == NONE || this != NONE && left() <= other.left() ? this : other;
  }

  private long left() {
    return end - nanoTime.getAsLong();
  }
}
