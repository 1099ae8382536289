// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import vacate.explorer.graph.Graph;

/**
 * Whether all events of a graph can be put in one order that respects po, rf, co and fr, which is
 * SC1: each is taken as soon as what must come before it is.
 */
final class Interleaving {
  private int[] next = new int[0];

  boolean exists(Graph g) {
    int threads = g.threads();
    if (next.length != threads) {
      next = new int[threads];
    }
    Arrays.fill(next, 0);
    int left = 0;
    for (int t = 0; t < threads; t++) {
      left += g.length(t);
    }
    for (boolean progress = true; progress && left > 0; ) {
      progress = false;
      for (int t = 0; t < threads; t++) {
        while (next[t] < g.length(t) && isReady(g, g.event(t, next[t]))) {
          next[t]++;
          left--;
          progress = true;
        }
      }
    }
    return left == 0;
  }

  private boolean isReady(Graph g, int event) {
    int access = g.access(event);
    if ((access & READ) != 0) {
      return isDone(g, g.source(event));
    }
    return (access & WRITE) == 0 || isOverwritable(g, event);
  }

  /** Whether the write just before in co is done, and all that read it. */
  private boolean isOverwritable(Graph g, int write) {
    int location = g.location(write);
    int place = g.place(write) - 1;
    if (!isDone(g, g.write(location, place))) {
      return false;
    }
    for (int r = g.firstReader(location, place); r != Graph.INIT; r = g.nextReader(r)) {
      if (!isDone(g, r)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDone(Graph g, int event) {
    return event == Graph.INIT || g.index(event) < next[g.thread(event)];
  }
}
