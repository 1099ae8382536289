// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * One activation of a method with loops in setup. Nothing is looked at until it has gone round very
 * often, so that setup costs next to nothing.
 */
final class SetupFrame extends LoopFrame {
  /** Turns of which nothing is kept. */
  private static final int PATIENCE = 1 << 20;

  private final SetupLoops setup;
  private final int[] turns;
  private int loop;
  private boolean looks;
  private List<Object> now = new ArrayList<>();
  private List<Object> before = new ArrayList<>();

  /** The loop whose last turn that was, and how often something had been changed. */
  private int last = -1;

  private long changes;

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
    last = -1;
  }

  @Override
  public void turned() {
    turn();
    if (!looks) {
      return;
    }
    if (last == loop && changes == setup.changes() && isWhereItWas()) {
      throw setup.waits();
    }
    List<Object> spare = before;
    before = now;
    now = spare;
    last = loop;
    changes = setup.changes();
  }

  private boolean isWhereItWas() {
    for (int i = 0; i < now.size(); i++) {
      if (!same(now.get(i), before.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void handled(int at) {
    arrive(at);
    turn();
    last = -1;
  }

  private void turn() {
    if ((++turns[loop] & SetupLoops.LOOK - 1) == 0) {
      setup.goesOn(turns[loop]);
    }
  }
}
