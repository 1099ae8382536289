// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.APART;
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
 * <p>Sets of events are bit sets over a dense numbering, thread by thread. What happens before an
 * event is a prefix of each thread, so unions over it are unions of a running total per thread.
 */
final class ScOrder {
  private Graph g;
  private int[] first = new int[0];
  private int events;
  private int words;
  private int[] dense = new int[0];

  private int[] nodes = new int[0];
  private int[] state = new int[0];
  private int count;

  /** Row e: all x with x scb y, for some y up to e in e's thread. */
  private long[] scb = new long[0];

  /** Row e: all x with x eco y, likewise. */
  private long[] eco = new long[0];

  /** Row n: what reaches node n by scb, ending in it as pscB demands. */
  private long[] into = new long[0];

  /** Row n, for a fence: what reaches it by eco;hb. */
  private long[] around = new long[0];

  /** Row n, for a fence: all x with n hb? x. */
  private long[] after = new long[0];

  boolean acyclic(Graph graph) {
    g = graph;
    if (!number()) {
      return true;
    }
    totals();
    for (int n = 0; n < count; n++) {
      node(n);
    }
    Arrays.fill(state, 0, count, 0);
    for (int n = 0; n < count; n++) {
      if (state[n] == 0 && cyclic(n)) {
        return false;
      }
    }
    return true;
  }

  /** Numbers the events; false if too few of them take part for a cycle. */
  private boolean number() {
    int threads = g.threads();
    if (first.length < threads + 1) {
      first = new int[threads + 1];
    }
    events = 0;
    for (int t = 0; t < threads; t++) {
      first[t] = events;
      events += g.length(t);
    }
    first[threads] = events;
    if (nodes.length < events) {
      nodes = new int[2 * events];
      state = new int[2 * events];
    }
    if (dense.length < g.event(threads, 0)) {
      dense = new int[g.event(threads, 0)];
    }
    count = 0;
    for (int t = 0; t < threads; t++) {
      for (int i = 0; i < g.length(t); i++) {
        int e = g.event(t, i);
        dense[e] = first[t] + i;
        if (g.is(e, VOLATILE)) {
          nodes[count++] = e;
        }
      }
    }
    words = events + 63 >> 6;
    // One fence alone can be out of order with itself, around a plain read that no other axiom
    // binds.
    return count >= 2 || count == 1 && g.is(nodes[0], FENCE);
  }

  private void totals() {
    int size = events * words;
    if (scb.length < size) {
      scb = new long[2 * size];
      eco = new long[2 * size];
    }
    if (into.length < count * words) {
      into = new long[2 * count * words];
      around = new long[2 * count * words];
      after = new long[2 * count * words];
    }
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        int at = (first[t] + i) * words;
        if (i == 0) {
          Arrays.fill(scb, at, at + words, 0);
          Arrays.fill(eco, at, at + words, 0);
        } else {
          System.arraycopy(scb, at - words, scb, at, words);
          System.arraycopy(eco, at - words, eco, at, words);
        }
        scbBefore(g.event(t, i), scb, at);
        ecoBefore(g.event(t, i), eco, at);
      }
    }
  }

  private void node(int n) {
    int b = nodes[n];
    int at = n * words;
    Arrays.fill(into, at, at + words, 0);
    Arrays.fill(around, at, at + words, 0);
    if (!g.is(b, FENCE)) {
      scbBefore(b, into, at);
      return;
    }
    for (int t = 0; t < g.threads(); t++) {
      int known = JavaClocks.happensBefore(g, b, t);
      if (known > 0) {
        int row = (first[t] + known - 1) * words;
        for (int w = 0; w < words; w++) {
          into[at + w] |= scb[row + w];
          around[at + w] |= eco[row + w];
        }
      }
    }
    Arrays.fill(after, at, at + words, 0);
    int thread = g.thread(b);
    int index = g.index(b);
    for (int t = 0; t < g.threads(); t++) {
      int i = t == thread ? index : 0;
      while (i < g.length(t) && JavaClocks.happensBefore(g, g.event(t, i), thread) <= index) {
        i++;
      }
      addRange(after, at, first[t] + i, first[t + 1]);
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
    while (v >= 0 && location >= 0 && areOfOneLocation(t, v)) {
      v--;
    }
    for (int s = 0; v >= 0 && s < g.threads(); s++) {
      if (s != t) {
        int known = JavaClocks.happensBefore(g, g.event(t, v), s);
        addRange(set, at, first[s], first[s] + withoutLastLocation(s, known));
      }
    }
    if (location < 0) {
      return;
    }
    int last = g.writes(location) - 1;
    int before = g.is(y, WRITE) ? g.place(y) : 0; // co and fr: all up to here, known or not
    for (int k = 0; k <= last; k++) {
      int w = g.write(location, k);
      if (k > 0 && w != y && (k < before || knows(y, w))) {
        add(set, at, w);
      }
      for (int r = g.firstReader(location, k); r != Graph.INIT; r = g.nextReader(r)) {
        if (r != y && (k < before || knows(y, r))) { // hb|loc
          add(set, at, r);
        }
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
    while (u > 0 && location >= 0 && areOfOneLocation(thread, u - 1)) {
      u--;
    }
    return u;
  }

  /** Whether an event and the next are of the same location, and nothing of another is between. */
  private boolean areOfOneLocation(int thread, int index) {
    int e = g.event(thread, index);
    return g.location(e) == g.location(e + 1) && !g.is(e + 1, APART);
  }

  /** Adds every x with x eco y. */
  private void ecoBefore(int y, long[] set, int at) {
    int location = g.location(y);
    if (location < 0) {
      return;
    }
    int place = g.placeOf(y);
    for (int k = 0; k <= place; k++) {
      int w = g.write(location, k);
      if (k > 0 && w != y) {
        add(set, at, w);
      }
      if (k < place) {
        for (int r = g.firstReader(location, k); r != Graph.INIT; r = g.nextReader(r)) {
          add(set, at, r);
        }
      }
    }
  }

  private void add(long[] set, int at, int event) {
    int bit = dense[event];
    set[at + (bit >> 6)] |= 1L << bit;
  }

  private static void addRange(long[] set, int at, int from, int to) {
    for (int w = from >> 6; w << 6 < to; w++) {
      long mask = -1L;
      if (w == from >> 6) {
        mask &= -1L << from;
      }
      if (to - (w << 6) < 64) {
        mask &= (1L << to) - 1;
      }
      set[at + w] |= mask;
    }
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
    if (!g.is(a, FENCE)) {
      return (into[to * words + (dense[a] >> 6)] >>> dense[a] & 1) != 0;
    }
    if (g.is(b, FENCE) && a != b && knows(b, a)) {
      return true;
    }
    for (int w = 0; w < words; w++) {
      if (((into[to * words + w] | around[to * words + w]) & after[from * words + w]) != 0) {
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
