// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for an order of the calls of a history in which each has the result that it has where they
 * are made one after the other (Herlihy and Wing, TOPLAS 1990). The order keeps that of each thread
 * and of the parts, and no call comes before one that it knew to have returned.
 */
final class Linearizations {
  private final CallHistory history;
  private final Sequential sequential;
  private final List<Integer> order = new ArrayList<>();
  private final int[] next;

  private Linearizations(CallHistory history, Sequential sequential) {
    this.history = history;
    this.sequential = sequential;
    next = new int[history.threads().size()];
  }

  /** Whether there is one. */
  static boolean exist(CallHistory history, Sequential sequential) {
    Linearizations all = new Linearizations(history, sequential);
    return all.inOrder(history.before()) && all.threads();
  }

  /** Whether calls of a part that has its order come to what they came to. */
  private boolean inOrder(List<Taken> part) {
    for (Taken t : part) {
      if (!take(t)) {
        return false;
      }
    }
    return true;
  }

  private boolean take(Taken t) {
    order.add(t.call());
    return t.result().equals(sequential.result(List.copyOf(order)));
  }

  private boolean threads() {
    int made = order.size();
    boolean over = true;
    for (int thread = 0; thread < next.length; thread++) {
      if (next[thread] < history.threads().get(thread).size()) {
        over = false;
        Taken t = history.threads().get(thread).get(next[thread]);
        if (mayComeNow(t)) {
          next[thread]++;
          if (take(t) && threads()) {
            return true;
          }
          next[thread]--;
          backTo(made);
        }
      }
    }
    if (over && inOrder(history.after())) {
      return true;
    }
    backTo(made);
    return false;
  }

  /** Whether all that it knew to have returned has come. */
  private boolean mayComeNow(Taken t) {
    for (int thread = 0; thread < next.length; thread++) {
      if (t.seen().get(thread) > next[thread]) {
        return false;
      }
    }
    return true;
  }

  private void backTo(int made) {
    order.subList(made, order.size()).clear();
  }
}
