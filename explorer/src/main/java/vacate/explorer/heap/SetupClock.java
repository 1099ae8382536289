// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.concurrent.TimeUnit;

/**
 * The time as setup and class initialisers see it, the same whenever they run. From look to look
 * some passes, so that a loop that goes on until then comes to its end, and the more the longer
 * they have looked; and all that they have waited for in vain, as nobody else runs.
 */
public final class SetupClock {
  private static final long LEAST = TimeUnit.MICROSECONDS.toNanos(1);

  /** Which part of all that has passed is what passes next, if it is more. */
  private static final long PART = 1_000;

  /** A hundred years. */
  private static final long EVER = TimeUnit.DAYS.toNanos(36_525);

  private final Run run;
  private final Refusals refusals;
  private long nanos;
  private boolean looked;

  public SetupClock(Run run, Refusals refusals) {
    this.run = run;
    this.refusals = refusals;
  }

  /** What time it is: nanoseconds since the first look. */
  public long look() {
    run.changes();
    if (looked) {
      passes(Math.max(LEAST, nanos / PART));
    }
    looked = true;
    return nanos;
  }

  /** What time it was at the last look, or when a wait was over since. */
  long nanos() {
    return nanos;
  }

  /** It was waited for that in vain. */
  void passes(long waited) {
    nanos += Math.max(0, Math.min(waited, EVER));
    if (nanos >= EVER) {
      throw refusals.poison("setup waits for ever, as nobody else runs");
    }
  }
}
