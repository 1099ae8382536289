// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.concurrent.TimeUnit;

/**
 * The time as setup and class initialisers see it, the same whenever they run. From look to look
 * some passes, and much where they look again and again, so that a loop that goes on until then
 * comes to its end; and all that they have waited for in vain, as nobody else runs.
 */
public final class SetupClock {
  private static final long LEAST = TimeUnit.MICROSECONDS.toNanos(1);

  /**
   * Looks between which no more passes than that: a loop may look so often and wait for nothing.
   */
  private static final int FEW = 1 << 17;

  /** Which part of all that has passed is what passes next, if it is more. */
  private static final long PART = 1_000;

  /** A hundred years. */
  private static final long EVER = TimeUnit.DAYS.toNanos(36_525);

  /** Looks after which no time comes that has not come yet. */
  private static final int MOST_LOOKS = 2_000_000;

  private static final int MOST_WAITS = 10_000;

  private final Run run;
  private final Refusals refusals;
  private long nanos;
  private int looks;

  /** How long, and how often, it was waited. */
  private long waited;

  private int waits;

  public SetupClock(Run run, Refusals refusals) {
    this.run = run;
    this.refusals = refusals;
  }

  /** What time it is: nanoseconds since the first look. */
  public long look() {
    run.changes();
    if (looks > 0) {
      nanos += looks < FEW || nanos >= EVER ? LEAST : Math.max(LEAST, nanos / PART);
    }
    if (++looks > MOST_LOOKS) {
      throw refusals.poison("setup looks at the time more than " + MOST_LOOKS + " times");
    }
    return nanos;
  }

  /** What time it was at the last look, or when a wait was over since. */
  long nanos() {
    return nanos;
  }

  /** It was waited for that in vain. */
  void passes(long wait) {
    long passed = Math.max(0, Math.min(wait, EVER));
    nanos += passed;
    waited += passed;
    if (waited >= EVER) {
      throw refusals.poison("setup waits for ever, as nobody else runs");
    }
    if (++waits > MOST_WAITS) {
      throw refusals.poison("setup waits in vain more than " + MOST_WAITS + " times");
    }
  }
}
