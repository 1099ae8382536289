// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Stop;

/**
 * The time as a thread, or setup, sees it that waits for no longer than it says: it passes while
 * the thread waits in vain, and at no other time.
 */
public final class Clock {
  /** When setup runs, as the program sees it: in the first second of 2026. */
  private static final long START_MILLIS = 1_767_225_600_000L;

  private final Run run;
  private final Loops loops;
  private final SetupClock setup;
  private final SharedClock shared;
  private final Initializers initializers;
  private final LongWaits longWaits;

  /** When setup was over. */
  private long begun;

  private long nanos;

  public Clock(
      Run run,
      Loops loops,
      SetupClock setup,
      SharedClock shared,
      Initializers initializers,
      LongWaits longWaits) {
    this.run = run;
    this.loops = loops;
    this.setup = setup;
    this.shared = shared;
    this.initializers = initializers;
    this.longWaits = longWaits;
  }

  /** Setup is over. Returns how long it took. */
  public long endSetup() {
    begun = setup.nanos();
    return begun;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    nanos = begun;
    shared.startRun();
  }

  /** Since some time or other. */
  public long nanos() {
    if (!run.isRunning()) {
      return setup.look();
    }
    loops.looksAtTime();
    return nanos;
  }

  /** The time of day. */
  public Instant now() {
    return start().plusNanos(nanos());
  }

  /** When setup runs. */
  public static Instant start() {
    return Instant.ofEpochMilli(START_MILLIS);
  }

  /** How long it is until that time, which is given as for {@link Instant#ofEpochMilli}. */
  public long until(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis - START_MILLIS)
        - (run.isRunning() ? nanos : setup.nanos());
  }

  /** Who runs is about to wait: whether that is no shorter than a wait without an end. */
  public boolean isForEver(long nanos) throws Stop {
    return longWaits.areForEver(nanos);
  }

  /** Who runs has waited in vain. */
  public void passes(long waited) throws Stop {
    if (!run.isRunning()) {
      if (waited > 0) {
        initializers.waitsInVain();
        setup.passes(waited);
      }
      return;
    }
    if (waited > 0) {
      longWaits.timePasses();
      nanos += waited; // which may wrap around, as code of the JDK expects
      loops.timePasses(waited);
      shared.passes(waited);
    }
  }
}
