// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import java.util.Arrays;

/**
 * Where a search is in its tree: of each node on the way down that can have several children, at
 * which of them. That is enough to go there again.
 *
 * <p>The way may have more nodes when it is gone again, as accesses are events now that were none
 * before; in what was visited each of them has one child.
 */
final class Position {
  private long[] events = new long[64];
  private int[] children = new int[64];
  private int[] first = new int[64];
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
    if (depth == children.length) {
      events = Arrays.copyOf(events, 2 * depth);
      children = Arrays.copyOf(children, 2 * depth);
      first = Arrays.copyOf(first, 2 * depth);
    }
    events[depth] = event;
    children[depth] = -1;
    first[depth] = 0;
    if (goal != null && goal.events[reached] == event) {
      first[depth] = goal.child(reached++);
      leaveGoalBehind();
    }
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
   * @return whether it was visited before
   */
  boolean passesChild() {
    return ++children[depth - 1] < first[depth - 1];
  }

  /** Goes back up. */
  void leave() {
    depth--;
  }

  /**
   * Has seen all below a child.
   *
   * @throws IllegalStateException if where an earlier search was is not there
   */
  void seenChild() {
    if (goal != null) {
      throw new IllegalStateException("the search does not find where it was");
    }
  }
}
