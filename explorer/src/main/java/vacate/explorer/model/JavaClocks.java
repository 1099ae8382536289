// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.LOAD_LOAD;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.STORE_STORE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import vacate.explorer.graph.Graph;

/**
 * The relations hb, K and xhb of {@link JavaMemory} as vector clocks: for each event, how many
 * events of each thread it knows.
 *
 * <p>The state of a thread after each of its events is kept with the event, so that a thread that
 * was cut back goes on from there. Sections of {@code threads} ints:
 *
 * <pre>
 * C   hb                                     V   K, for writes; V ⊇ C
 * PC  PV  messages of all reads so far: an acquire fence takes them in
 * LC  LV  the same at the last loadLoad fence: they bind later reads, and are passed on by nothing
 * RC  RV  C and V at the last release fence: later writes publish them
 * MC  MV  the message of a write: what an acquire read of it learns
 * </pre>
 *
 * and one int: how far the last storeStore fence reaches, which a write's MV includes.
 */
final class JavaClocks {
  private static final int C = 0;
  private static final int V = 1;
  private static final int PC = 2;
  private static final int PV = 3;
  private static final int LC = 4;
  private static final int LV = 5;
  private static final int RC = 6;
  private static final int RV = 7;
  private static final int MC = 8;
  private static final int MV = 9;
  private static final int SECTIONS = 10;

  private final int threads;
  private final int words;

  JavaClocks(int threads) {
    this.threads = threads;
    this.words = words(threads);
  }

  static int words(int threads) {
    return SECTIONS * threads + 1;
  }

  int threads() {
    return threads;
  }

  /** How many events of {@code thread} happen before {@code event}, itself included. */
  static int happensBefore(Graph g, int event, int thread) {
    return g.clocks()[event * g.words() + thread];
  }

  void compute(Graph g, int event) {
    compute(g, event, g.clocks());
  }

  /** The same, kept in an array that is not the graph's. */
  void compute(Graph g, int event, int[] c) {
    int base = event * words;
    int t = g.thread(event);
    int count = g.index(event) + 1;
    if (count == 1) {
      Arrays.fill(c, base, base + words, 0);
    } else {
      System.arraycopy(c, base - words, c, base, words);
    }
    c[base + t] = count;
    c[base + V * threads + t] = count;
    int access = g.access(event);
    if ((access & READ) != 0) {
      read(c, base, g.source(event), access);
    } else if ((access & FENCE) != 0) {
      fence(c, base, access, count);
    } else if ((access & WRITE) != 0) {
      int update = (access & UPDATE) != 0 ? g.source(event - 1) : Graph.INIT;
      write(c, base, update, access, t);
    }
  }

  private void read(int[] c, int base, int source, int access) {
    if (source == Graph.INIT) {
      return; // the initial write happens before everything already
    }
    int message = source * words + MC * threads;
    join(c, base + PC * threads, message, 2 * threads);
    if ((access & ACQUIRE) != 0) {
      join(c, base + C * threads, message, 2 * threads);
    }
  }

  private void fence(int[] c, int base, int access, int count) {
    if ((access & ACQUIRE) != 0) {
      join(c, base + C * threads, base + PC * threads, 2 * threads);
    }
    if ((access & LOAD_LOAD) != 0) {
      System.arraycopy(c, base + PC * threads, c, base + LC * threads, 2 * threads);
    }
    if ((access & RELEASE) != 0) {
      System.arraycopy(c, base + C * threads, c, base + RC * threads, 2 * threads);
    }
    if ((access & STORE_STORE) != 0) {
      c[base + SECTIONS * threads] = count;
    }
  }

  private void write(int[] c, int base, int updated, int access, int t) {
    int from = (access & RELEASE) != 0 ? C : RC;
    System.arraycopy(c, base + from * threads, c, base + MC * threads, 2 * threads);
    int mine = base + MV * threads + t;
    c[mine] = Math.max(c[mine], c[base + SECTIONS * threads]);
    if (updated != Graph.INIT) {
      join(c, base + MC * threads, updated * words + MC * threads, 2 * threads);
    }
  }

  private static void join(int[] c, int into, int from, int n) {
    for (int i = 0; i < n; i++) {
      if (c[into + i] < c[from + i]) {
        c[into + i] = c[from + i];
      }
    }
  }

  /**
   * Whether {@code event} knows {@code earlier}: xhb, for an {@code earlier} that is a write or an
   * opaque read.
   */
  boolean known(Graph g, int earlier, int event) {
    if (g.index(event) == 0) {
      return false;
    }
    int[] c = g.clocks();
    // Before the event itself: what it reads cannot forbid that it reads it.
    int before = (event - 1) * words + g.thread(earlier);
    int section = (g.access(earlier) & WRITE) != 0 ? V : C;
    int i = g.index(earlier);
    return i < c[before + section * threads]
        || g.is(event, READ) && i < c[before + (section + LC) * threads];
  }

  /** Whether who reads from a write learns of {@code earlier} by that: (K; rel)(earlier, write). */
  boolean isPublished(Graph g, int earlier, int write) {
    if (write == Graph.INIT) {
      return false;
    }
    int section = (g.access(earlier) & WRITE) != 0 ? MV : MC;
    return g.index(earlier) < g.clocks()[write * words + section * threads + g.thread(earlier)];
  }

  /** Whether the write {@code later} knows the write {@code earlier}: xhb(earlier, later). */
  boolean knows(Graph g, int later, int earlier) {
    int[] c = g.clocks();
    int at = later * words + g.thread(earlier);
    int i = g.index(earlier);
    return i < c[at + V * threads] || (g.access(later) & UPDATE) != 0 && i < c[at + LV * threads];
  }
}
