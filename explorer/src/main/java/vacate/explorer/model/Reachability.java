// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import vacate.explorer.graph.Graph;

/**
 * Is there a cycle of ppo ∪ rf ∪ co ∪ fr through an event? A depth-first search from it; what
 * differs between models is which program order is preserved and whether rf inside a thread counts.
 */
abstract class Reachability {
  private final boolean all;
  private int[] mark = new int[0];
  private int[] stack = new int[64];
  private int depth;
  private int epoch;
  private boolean closed;
  private int start;

  /** Indices from which all, or all the writes, or all the releasing writes are reached already. */
  private int[] allFrom;

  private int[] writesFrom;
  private int[] releasesFrom;

  /**
   * Whether all of po and rf counts, as in SC, or only what a store buffer preserves.
   *
   * @param all then whatever is reached in the event's own thread leads on to it
   */
  Reachability(boolean all) {
    this.all = all;
  }

  /** Visits the successors of {@code event} in preserved program order. */
  abstract void preserved(Graph g, int event);

  final boolean onCycle(Graph g, int event) {
    prepare(g, event);
    start = event;
    closed = false;
    successors(g, event);
    while (depth > 0 && !closed) {
      int e = stack[--depth];
      successors(g, e);
      preserved(g, e);
    }
    depth = 0;
    return closed;
  }

  private void prepare(Graph g, int event) {
    int threads = g.threads();
    int size = g.event(threads, 0);
    if (mark.length < size) {
      mark = new int[size];
      epoch = 0;
    }
    epoch++;
    if (allFrom == null || allFrom.length < threads) {
      allFrom = new int[threads];
      writesFrom = new int[threads];
      releasesFrom = new int[threads];
    }
    for (int t = 0; t < threads; t++) {
      allFrom[t] = writesFrom[t] = releasesFrom[t] = g.length(t);
    }
  }

  /** rf, co and fr; of co and fr the nearest write is enough, the others follow it in co. */
  private void successors(Graph g, int e) {
    int l = g.location(e);
    int place = g.placeOf(e);
    if (place + 1 < g.writes(l)) {
      visit(g, g.write(l, place + 1));
    }
    if (g.is(e, WRITE)) {
      int t = g.thread(e);
      for (int r = g.firstReader(e); r != Graph.INIT; r = g.nextReader(r)) {
        if (all || g.thread(r) != t) {
          visit(g, r);
        }
      }
    }
  }

  final void visit(Graph g, int e) {
    if (e == start || all && g.thread(e) == g.thread(start)) {
      closed = true;
    } else if (mark[e] != epoch) {
      mark[e] = epoch;
      if (depth == stack.length) {
        stack = Arrays.copyOf(stack, 2 * depth);
      }
      stack[depth++] = e;
    }
  }

  /** Visits every access of {@code thread} from {@code index} on. */
  final void visitAll(Graph g, int thread, int index) {
    for (int i = index; i < allFrom[thread]; i++) {
      int e = g.event(thread, i);
      if ((g.access(e) & (READ | WRITE)) != 0) {
        visit(g, e);
      }
    }
    allFrom[thread] = Math.min(allFrom[thread], index);
  }

  /** Where an earlier sweep over writes began; later writes need no second visit. */
  final int writesFrom(int thread, int index) {
    int limit = Math.min(writesFrom[thread], allFrom[thread]);
    writesFrom[thread] = Math.min(writesFrom[thread], index);
    return limit;
  }

  /** Where an earlier sweep over releasing writes began. */
  final int releasesFrom(int thread, int index) {
    int limit = Math.min(releasesFrom[thread], allFrom[thread]);
    releasesFrom[thread] = Math.min(releasesFrom[thread], index);
    return limit;
  }
}
