// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import java.util.Arrays;

/**
 * Where a walk is in the tree: of each node on the way down that can have several children, at
 * which of them, and from which and up to which it visits them. That is enough to go there again,
 * and to let another do a part.
 *
 * <p>The way may have more nodes when it is gone again, as accesses are events now that were none
 * before; in what was visited each of them has one child.
 */
final class Position {
  private static final int ALL = Integer.MAX_VALUE;

  private long[] events = new long[64];
  private int[] children = new int[64];
  private int[] first = new int[64];
  private int[] last = new int[64];
  private int depth;

  private Position goal;
  private int reached;

  /** At the root, and to begin there. */
  Position() {}

  private Position(Position goal) {
    this.goal = goal;
    leaveGoalBehind();
  }

  /** At the root, on the way to here. */
  Position fromTheRoot() {
    return new Position(goal != null ? goal : this);
  }

  /** Comes to a node; {@code event} stands for what its children add. */
  void enter(long event) {
    push(event, 0, ALL);
    if (goal != null && goal.events[reached] == event) {
      first[depth - 1] = goal.child(reached);
      last[depth - 1] = goal.last[reached];
      reached++;
      leaveGoalBehind();
    }
  }

  private void push(long event, int from, int to) {
    if (depth == children.length) {
      events = Arrays.copyOf(events, 2 * depth);
      children = Arrays.copyOf(children, 2 * depth);
      first = Arrays.copyOf(first, 2 * depth);
      last = Arrays.copyOf(last, 2 * depth);
    }
    events[depth] = event;
    children[depth] = -1;
    first[depth] = from;
    last[depth] = to;
    depth++;
  }

  /** At which child of a node it is: where all before are visited. */
  private int child(int level) {
    return Math.max(children[level], first[level]);
  }

  private void leaveGoalBehind() {
    if (goal != null && reached == goal.depth) {
      goal = null;
    }
  }

  /**
   * Comes to the next child of the node.
   *
   * @return whether that was visited before, or is for another walk
   */
  boolean passesChild() {
    int child = ++children[depth - 1];
    return child < first[depth - 1] || child > last[depth - 1];
  }

  /** Goes back up. */
  void leave() {
    depth--;
  }

  /**
   * Has seen all below a child.
   *
   * @throws Lost if where an earlier walk was is not there: the numbers of locations are others
   *     now, as those of a lambda's lock are, which is known by what its maker had read
   */
  void seenChild() {
    if (goal != null) {
      throw Lost.INSTANCE;
    }
  }

  /**
   * Leaves what comes last to another: of the first node on the way of which it has not done so,
   * all children behind the one where it is.
   *
   * @return that part, which may turn out empty; null if there is none to leave
   */
  Position split() {
    for (int level = 0; goal == null && level < depth; level++) {
      if (last[level] == ALL) {
        Position part = new Position();
        for (int i = 0; i < level; i++) {
          part.push(events[i], children[i], children[i]);
        }
        part.push(events[level], children[level] + 1, ALL);
        last[level] = children[level];
        return part.fromTheRoot();
      }
    }
    return null;
  }
}
