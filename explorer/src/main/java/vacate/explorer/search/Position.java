// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
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

  /** Whether all below the child where it is, of the last node, is visited. */
  private boolean seen;

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

  /** Whether it goes to where an earlier walk was, and is not there yet. */
  boolean isOnTheWay() {
    return goal != null;
  }

  /** Whether nothing is left to visit, as there was no node with several children. */
  boolean isOver() {
    return seen && depth == 0;
  }

  /** Comes to a node; {@code event} stands for what its children add. */
  void enter(long event) {
    push(event, 0, ALL);
    seen = false;
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

  /** The child of a node where it goes on: all before are visited. */
  private int child(int level) {
    int passed = seen && level == depth - 1 ? 1 : 0;
    return Math.max(children[level] + passed, first[level]);
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
    seen = false;
    int child = ++children[depth - 1];
    return child < first[depth - 1] || child > last[depth - 1];
  }

  /** Goes back up. */
  void leave() {
    depth--;
  }

  /**
   * Has seen a leaf, or all below a child.
   *
   * @throws Lost if where an earlier walk was is not there: the numbers of locations are others
   *     now, as those of a lambda's lock are, which is known by what its maker had read
   */
  void seen() {
    if (goal != null) {
      throw Lost.INSTANCE;
    }
    seen = true;
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

  /**
   * Where it goes on, as a line: of each node its event, from which child on, and up to which if
   * not all are its own.
   */
  String text() {
    if (goal != null) {
      return goal.text();
    }
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < depth; level++) {
      text.append(level == 0 ? "" : " ").append(Long.toHexString(events[level]));
      text.append(':').append(child(level));
      if (last[level] != ALL) {
        text.append('-').append(last[level]);
      }
    }
    return text.toString();
  }

  /**
   * At the root, on the way to where another was.
   *
   * @param text of that one
   * @throws IllegalArgumentException if it is none
   */
  static Position parse(String text) {
    Position goal = new Position();
    for (String node : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      String[] parts = node.split("[:-]", -1);
      if (parts.length < 2 || parts.length > 3) {
        throw new IllegalArgumentException("not a place in a search: " + node);
      }
      goal.push(
          Long.parseUnsignedLong(parts[0], 16),
          Integer.parseInt(parts[1]),
          parts.length == 2 ? ALL : Integer.parseInt(parts[2]));
    }
    return goal.fromTheRoot();
  }
}
