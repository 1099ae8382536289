// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Stop;

/**
 * Waits of actors for a minute or longer: who asks for that does not mean to wait in vain, so they
 * are taken for waits without an end, which the result assumes. Where one of these then lasts for
 * ever, or a thread sleeps, has waited for less in vain or looks at the time, which takes its time,
 * the test is explored anew, and they may be over in vain as any other.
 */
public final class LongWaits {
  private static final long LONG = TimeUnit.MINUTES.toNanos(1);

  private final Run run;
  private final ThreadTokens threads;
  private final int actors;
  private final Refusals refusals;
  private boolean passes;
  private boolean end;
  private boolean met;

  /**
   * @param actors how many threads of the program, the first ones, are actors, or setup
   */
  public LongWaits(Run run, ThreadTokens threads, int actors, Refusals refusals) {
    this.run = run;
    this.threads = threads;
    this.actors = actors;
    this.refusals = refusals;
  }

  /** From now on they may be over in vain. */
  public void end() {
    end = true;
  }

  /** The running thread is about to wait for so long: whether that is for ever. */
  public boolean areForEver(long nanos) throws Stop {
    boolean forEver =
        !end
            && nanos >= LONG
            && run.isRunning()
            && !run.isAlone()
            && run.memory().thread() < actors
            && !threads.runsSetup();
    met |= forEver;
    refuseBoth();
    return forEver;
  }

  /** Time passes to a thread, or may do so. */
  void timePasses() throws Stop {
    passes = true;
    refuseBoth();
  }

  private void refuseBoth() throws Stop {
    if (met && passes && !end) {
      throw refusals.refuse(
          "waits for a minute or longer, and time passes", Foreknowledge.WAITS_END);
    }
  }

  /** Whether there was one that was taken for one without an end. */
  public boolean haveNoEnd() {
    return met;
  }

  /** What a verdict rests on because of that; empty if on nothing. */
  public Optional<String> assumption() {
    return met
        ? Optional.of("waits of a minute and longer that are long enough")
        : Optional.empty();
  }
}
