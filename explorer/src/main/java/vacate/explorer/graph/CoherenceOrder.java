// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

import java.util.Arrays;

/** The order of the writes of each location (co); the initial write has place 0 in all of them. */
final class CoherenceOrder {
  private static final int ROOM = 4;

  private final int[] place;
  private int[][] order = new int[0][];
  private int[] length = new int[0];

  /**
   * @param events how many event numbers there are
   */
  CoherenceOrder(int events) {
    place = new int[events];
  }

  /** Number of locations for which there is room. */
  int locations() {
    return length.length;
  }

  void makeRoom(int locations) {
    int old = length.length;
    order = Arrays.copyOf(order, locations);
    length = Arrays.copyOf(length, locations);
    for (int l = old; l < locations; l++) {
      order[l] = new int[ROOM];
      length[l] = 1;
    }
  }

  /** Number of writes of a location, the initial one included. */
  int length(int location) {
    return location < length.length ? length[location] : 1;
  }

  /** The write at a place of co. */
  int write(int location, int place) {
    return place == 0 ? Graph.INIT : order[location][place];
  }

  int place(int write) {
    return write == Graph.INIT ? 0 : place[write];
  }

  /** Inserts a write; what was there moves up. */
  void insert(int location, int write, int at) {
    int n = length[location];
    int[] writes = order[location];
    if (n == writes.length) {
      writes = order[location] = Arrays.copyOf(writes, 2 * n);
    }
    for (int k = n; k > at; k--) {
      place[writes[k] = writes[k - 1]] = k;
    }
    writes[at] = write;
    place[write] = at;
    length[location] = n + 1;
  }

  /** Undoes {@link #insert}. */
  void extract(int location, int write) {
    int[] writes = order[location];
    int n = --length[location];
    for (int k = place[write]; k < n; k++) {
      place[writes[k] = writes[k + 1]] = k;
    }
  }

  /** Nobody has written anything. */
  void clear() {
    Arrays.fill(length, 1);
  }

  /** Becomes {@code from} without the writes that {@code g} does not have. */
  void cut(CoherenceOrder from, Graph g) {
    for (int l = 0; l < length.length; l++) {
      length[l] = 1;
      int n = from.length(l);
      if (n > 1) {
        length[l] = cut(l, from.order[l], n, g);
      }
    }
  }

  private int cut(int location, int[] from, int n, Graph g) {
    if (order[location].length < n) {
      order[location] = new int[from.length];
    }
    int[] writes = order[location];
    int kept = 1;
    for (int k = 1; k < n; k++) {
      int w = from[k];
      if (g.index(w) < g.length(g.thread(w))) {
        writes[kept] = w;
        place[w] = kept++;
      }
    }
    return kept;
  }
}
