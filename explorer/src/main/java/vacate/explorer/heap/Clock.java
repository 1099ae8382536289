// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import vacate.explorer.loop.Loops;

/**
 * The time as a thread sees it that waits for no longer than it says: it passes while the thread
 * waits in vain, and at no other time.
 */
public final class Clock {
  /** When setup runs, as the program sees it: in the first second of 2026. */
  private static final long START_MILLIS = 1_767_225_600_000L;

  private final Loops loops;
  private long nanos;
  private long passed;

  public Clock(Loops loops) {
    this.loops = loops;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    nanos = 0;
    passed = 0;
  }

  /** Since some time or other. */
  public long nanos() {
    loops.looksAtTime();
    return nanos;
  }

  /** The time of day. */
  public Instant now() {
    loops.looksAtTime();
    return start().plusNanos(nanos);
  }

  /** When setup runs. */
  public static Instant start() {
    return Instant.ofEpochMilli(START_MILLIS);
  }

  /** How long it is until that time, which is given as for {@link Instant#ofEpochMilli}. */
  public long until(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis - START_MILLIS) - nanos;
  }

  /** The thread has waited in vain. */
  public void passes(long waited) {
    nanos += Math.max(0, waited);
    passed += Math.max(0, waited);
    loops.timePasses(Math.max(0, waited));
  }

  /** What has passed since this was last asked. */
  long takePassed() {
    long taken = passed;
    passed = 0;
    return taken;
  }
}
