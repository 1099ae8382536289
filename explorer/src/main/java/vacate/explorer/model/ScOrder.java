// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import vacate.explorer.graph.Graph;

/**
 * J4, the partial order of volatile accesses and full fences (RC11's psc, Lahav et al. 2017, §3).
 *
 * <pre>
 * scb  = po ∪ po≠ ; hb ; po≠ ∪ hb|loc ∪ co ∪ fr
 * pscB = ([V] ∪ [Fsc];hb?) ; scb ; ([V] ∪ hb?;[Fsc])
 * pscF = [Fsc] ; (hb ∪ hb;eco;hb) ; [Fsc]
 * acyclic(pscB ∪ pscF)
 * </pre>
 *
 * <p>Bare hb between volatile accesses of different locations is no edge, only {@code po≠;hb;po≠}
 * is: a volatile access that only publishes through a weaker one takes no place in the order.
 *
 * <p>Sets of events are bit sets over a dense numbering, thread by thread.
 */
final class ScOrder {
  private Graph g;
  private int[] first = new int[0];
  private int events;
  private int words;
  private int[] event = new int[0];
  private int[] dense = new int[0];

  private int[] nodes = new int[0];
  private int count;
  private long[] before = new long[0]; // row n: all x with x scb;(...) node n
  private long[] ecoBefore = new long[0]; // for a fence n: all x with x eco;hb n
  private long[] row = new long[0];
  private int[] state = new int[0];

  boolean acyclic(Graph graph) {
    g = graph;
    number();
    if (count < 2) {
      return true;
    }
    relations();
    Arrays.fill(state, 0, count, 0);
    for (int n = 0; n < count; n++) {
      if (state[n] == 0 && cyclic(n)) {
        return false;
      }
    }
    return true;
  }

  private void number() {
    int threads = g.threads();
    if (first.length < threads + 1) {
      first = new int[threads + 1];
    }
    events = 0;
    count = 0;
    for (int t = 0; t < threads; t++) {
      first[t] = events;
      events += g.length(t);
    }
    first[threads] = events;
    if (event.length < events) {
      event = new int[2 * events];
      nodes = new int[2 * events];
      state = new int[2 * events];
    }
    if (dense.length < g.event(threads, 0)) {
      dense = new int[g.event(threads, 0)];
    }
    for (int t = 0; t < threads; t++) {
      for (int i = 0; i < g.length(t); i++) {
        int e = g.event(t, i);
        event[first[t] + i] = e;
        dense[e] = first[t] + i;
        if (g.is(e, VOLATILE)) {
          nodes[count++] = e;
        }
      }
    }
    words = events + 63 >> 6;
  }

  private void relations() {
    int size = count * words;
    if (before.length < size) {
      before = new long[2 * size];
      ecoBefore = new long[2 * size];
    }
    if (row.length < words) {
      row = new long[2 * words];
    }
    Arrays.fill(before, 0, size, 0);
    Arrays.fill(ecoBefore, 0, size, 0);
    for (int n = 0; n < count; n++) {
      int b = nodes[n];
      int at = n * words;
      if (!g.is(b, FENCE)) {
        scbBefore(b, before, at);
        continue;
      }
      for (int t = 0; t < g.threads(); t++) {
        int known = JavaClocks.happensBefore(g, b, t);
        for (int i = 0; i < known; i++) {
          int y = g.event(t, i);
          scbBefore(y, before, at);
          if (y != b) {
            ecoBefore(y, ecoBefore, at);
          }
        }
      }
    }
  }

  /** Adds every x with x scb y. */
  private void scbBefore(int y, long[] set, int at) {
    int t = g.thread(y);
    int i = g.index(y);
    addRange(set, at, first[t], first[t] + i);
    int location = g.location(y);
    // po≠ ; hb ; po≠: the last v with v po≠ y knows the most.
    int v = i - 1;
    while (v >= 0 && location >= 0 && g.location(g.event(t, v)) == location) {
      v--;
    }
    for (int s = 0; s < g.threads(); s++) {
      if (s == t) {
        continue;
      }
      if (v >= 0) {
        int known = JavaClocks.happensBefore(g, g.event(t, v), s);
        addRange(set, at, first[s], first[s] + withoutLastLocation(s, known));
      }
      if (location >= 0) {
        int known = JavaClocks.happensBefore(g, y, s);
        for (int k = 0; k < known; k++) {
          if (g.location(g.event(s, k)) == location) {
            add(set, at, first[s] + k);
          }
        }
      }
    }
    if (g.is(y, WRITE)) {
      for (int k = 0; k < g.place(y); k++) {
        if (k > 0) {
          add(set, at, dense[g.write(location, k)]);
        }
        readers(location, k, set, at);
      }
    }
  }

  /**
   * How many of the first {@code known} events of a thread are x with x po≠ u, for some u of them.
   */
  private int withoutLastLocation(int thread, int known) {
    if (known == 0) {
      return 0;
    }
    int u = known - 1;
    int location = g.location(g.event(thread, u));
    while (u > 0 && location >= 0 && g.location(g.event(thread, u - 1)) == location) {
      u--;
    }
    return u;
  }

  /** Adds every x with x eco y. */
  private void ecoBefore(int y, long[] set, int at) {
    int location = g.location(y);
    if (location < 0) {
      return;
    }
    int place = g.placeOf(y);
    for (int k = 0; k <= place; k++) {
      boolean isY = k == place && g.is(y, WRITE);
      if (k > 0 && !isY) {
        add(set, at, dense[g.write(location, k)]);
      }
      if (k < place) {
        readers(location, k, set, at);
      }
    }
  }

  private void readers(int location, int place, long[] set, int at) {
    for (int r = g.firstReader(location, place); r != Graph.INIT; r = g.nextReader(r)) {
      add(set, at, dense[r]);
    }
  }

  private static void add(long[] set, int at, int bit) {
    set[at + (bit >> 6)] |= 1L << bit;
  }

  private static void addRange(long[] set, int at, int from, int to) {
    for (int bit = from; bit < to; bit++) {
      set[at + (bit >> 6)] |= 1L << bit;
    }
  }

  private boolean has(long[] set, int at, int bit) {
    return (set[at + (bit >> 6)] >>> bit & 1) != 0;
  }

  /** Depth-first search from node {@code a}; 1 is on the path, 2 is done. */
  private boolean cyclic(int a) {
    state[a] = 1;
    for (int b = 0; b < count; b++) {
      if (state[b] != 2 && edge(a, b) && (state[b] == 1 || cyclic(b))) {
        return true;
      }
    }
    state[a] = 2;
    return false;
  }

  private boolean edge(int from, int to) {
    int a = nodes[from];
    int b = nodes[to];
    int at = to * words;
    if (!g.is(a, FENCE)) {
      return has(before, at, dense[a]);
    }
    if (g.is(b, FENCE) && a != b && knows(b, a)) {
      return true;
    }
    for (int x = 0; x < events; x++) {
      if (knows(event[x], a) && (has(before, at, x) || event[x] != a && has(ecoBefore, at, x))) {
        return true;
      }
    }
    return false;
  }

  /** a hb? b. */
  private boolean knows(int b, int a) {
    return g.index(a) < JavaClocks.happensBefore(g, b, g.thread(a));
  }
}
