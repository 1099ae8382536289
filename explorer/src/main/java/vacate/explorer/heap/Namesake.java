// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.search.Stop;

/**
 * Whether a program looks at something that each thread has, both of who runs setup, a class
 * initialiser or the arbiter, and of a thread that may be the same: that is refused, as what comes
 * of it depends on which it is.
 */
public final class Namesake {
  private final ThreadTokens tokens;
  private final Refusals refusals;

  /** Who has run setup, or a class initialiser, of those that were looked at. */
  private Thread apart;

  private boolean arbiter;
  private boolean actors;
  private boolean others;

  public Namesake(ThreadTokens tokens, Refusals refusals) {
    this.tokens = tokens;
    this.refusals = refusals;
  }

  /** The program looks at that of a thread. */
  public void looks(Thread thread) throws Stop {
    if (tokens.isSetup(thread)) {
      if (apart != null && apart != thread) {
        refuse(thread);
      }
      apart = thread;
    } else if (tokens.isArbiter(thread)) {
      arbiter = true;
    } else if (tokens.isActor(thread)) {
      actors = true;
    } else {
      others = true;
    }
    if (apart != null && (actors || arbiter || others && tokens.hasInitialized(apart))) {
      refuse(apart);
    }
    if (arbiter && actors) {
      refusals.refuseIf("relies on which thread runs the arbiter");
    }
  }

  private void refuse(Thread thread) throws Stop {
    refusals.refuseIf(
        tokens.hasInitialized(thread)
            ? "relies on which thread has run a class initialiser"
            : "relies on which thread has run setup");
  }
}
