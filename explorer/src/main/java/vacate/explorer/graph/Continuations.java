// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

/** Where the threads go on behind the events of a graph; the search owns what that means. */
public final class Continuations {
  private final Object[] node;
  private final int[] step;
  private final Object[] behind;

  /**
   * @param events how many event numbers there are
   */
  Continuations(int events) {
    node = new Object[events];
    step = new int[events];
    behind = new Object[events];
  }

  /** Where the search found the event. */
  public Object node(int event) {
    return node[event];
  }

  /** At which step of its node the thread goes on. */
  public int step(int event) {
    return step[event];
  }

  public void set(int event, Object found, int next) {
    node[event] = found;
    step[event] = next;
  }

  /** Goes on as {@code other} does in its graph. */
  public void set(int event, Continuations from, int other) {
    set(event, from.node[other], from.step[other]);
  }

  /** Where the thread goes on behind a read or a choice, if that was looked up already. */
  public Object behind(int event) {
    return behind[event];
  }

  public void setBehind(int event, Object found) {
    behind[event] = found;
  }

  void copy(Continuations from, int base, int n) {
    System.arraycopy(from.node, base, node, base, n);
    System.arraycopy(from.step, base, step, base, n);
    System.arraycopy(from.behind, base, behind, base, n);
  }
}
