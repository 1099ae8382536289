// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.util.Random;
import vacate.explorer.heap.Heritage;
import vacate.explorer.heap.Refusals;
import vacate.explorer.heap.Run;
import vacate.explorer.search.Stop;

/**
 * The time, and random numbers. Setup gets the same ones whenever it runs, which might have been
 * others. Nothing that an actor does may depend on them; a wait that has ended may look at the
 * time.
 */
public final class Lots {
  private final Run run;
  private final Refusals refusals;
  private final Heritage heritage;
  private final Random random = new Random(0);
  private boolean drawn;

  public Lots(Run run, Refusals refusals, Heritage heritage) {
    this.run = run;
    this.refusals = refusals;
    this.heritage = heritage;
  }

  /** Whether setup has got any. */
  public boolean areDrawn() {
    return drawn;
  }

  /** What random numbers of setup come from; {@code what} is called. */
  public Random draw(String what) throws Stop {
    if (run.isRunning()) {
      throw refusals.refuse("calls " + what);
    }
    drawn(what);
    return random;
  }

  /** The time, for which {@code what} is called. */
  public long time(String what) throws Stop {
    if (run.isRunning() && !run.memory().isEndGame()) {
      throw refusals.refuse("calls " + what);
    }
    if (!run.isRunning()) {
      drawn(what);
    }
    return 0;
  }

  private void drawn(String what) {
    drawn = true;
    heritage.spend("setup or an initialiser calls " + what);
  }
}
