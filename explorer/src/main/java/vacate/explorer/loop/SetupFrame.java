// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * One activation of a method with loops in setup. Nothing is looked at until it has gone round very
 * often, so that setup costs next to nothing. From then on each turn is compared with one that is
 * kept, and another is kept whenever the turns since have doubled: so a loop that comes back to
 * where it was is found however many turns that takes (R. P. Brent, An improved Monte Carlo
 * factorization algorithm, 1980).
 */
final class SetupFrame extends LoopFrame {
  /** Turns of which nothing is kept. */
  private static final int PATIENCE = 1 << 20;

  private final SetupLoops setup;
  private final int[] turns;
  private int loop;
  private boolean looks;
  private List<Object> now = new ArrayList<>();
  private List<Object> kept = new ArrayList<>();

  /** The loop of whose turns one is kept, none but that one's having come since; -1 is none. */
  private int of = -1;

  /** How often something had been changed when the turn was kept. */
  private long changes;

  /** How many turns there were since, and after how many another is kept. */
  private int since;

  private int keep;

  SetupFrame(SetupLoops setup, int count) {
    super(null, 0);
    this.setup = setup;
    turns = new int[count];
  }

  @Override
  public void arrive(int at) {
    loop = at;
    looks = turns[at] >= PATIENCE;
    now.clear();
  }

  @Override
  public boolean isLookedAt() {
    return looks;
  }

  @Override
  public void variable(Object value) {
    now.add(value);
  }

  @Override
  public void entered() {
    turns[loop] = 0;
    of = -1;
  }

  @Override
  public void turned() {
    turn();
    if (!looks) {
      return;
    }
    boolean quiet = of == loop && changes == setup.changes();
    if (quiet && isWhereItWas()) {
      throw setup.waits();
    }
    if (!quiet) {
      keep = 1;
      keepThis();
    } else if (++since == keep) {
      keep *= 2;
      keepThis();
    }
  }

  private void keepThis() {
    List<Object> spare = kept;
    kept = now;
    now = spare;
    of = loop;
    changes = setup.changes();
    since = 0;
  }

  private boolean isWhereItWas() {
    for (int i = 0; i < now.size(); i++) {
      if (!same(now.get(i), kept.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void handled(int at) {
    arrive(at);
    turn();
    of = -1;
  }

  private void turn() {
    if ((++turns[loop] & SetupLoops.LOOK - 1) == 0) {
      setup.goesOn(turns[loop]);
    }
  }
}
