// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

import java.util.Arrays;

/** Who reads from each write: a list for each, the newest reader first. */
final class Readers {
  private static final int NONE = Graph.INIT;

  private final int[] first;
  private final int[] next;
  private int[] firstOfInitial = new int[0];

  /**
   * @param events how many event numbers there are
   */
  Readers(int events) {
    first = new int[events];
    next = new int[events];
  }

  void makeRoom(int locations) {
    int old = firstOfInitial.length;
    firstOfInitial = Arrays.copyOf(firstOfInitial, locations);
    Arrays.fill(firstOfInitial, old, locations, NONE);
  }

  /** Nobody reads from these events yet. */
  void clear(int from, int to) {
    Arrays.fill(first, from, to, NONE);
  }

  /** Nobody reads from this event yet. */
  void clear(int event) {
    first[event] = NONE;
  }

  /** Nor from the initial write of any location. */
  void clearInitial() {
    Arrays.fill(firstOfInitial, NONE);
  }

  void add(int read, int write, int location) {
    if (write == Graph.INIT) {
      next[read] = firstOfInitial[location];
      firstOfInitial[location] = read;
    } else {
      next[read] = first[write];
      first[write] = read;
    }
  }

  /** Undoes the newest {@link #add}. */
  void remove(int read, int write, int location) {
    if (write == Graph.INIT) {
      firstOfInitial[location] = next[read];
    } else {
      first[write] = next[read];
    }
  }

  int first(int write, int location) {
    return write == Graph.INIT ? firstOfInitial[location] : first[write];
  }

  int next(int read) {
    return next[read];
  }
}
