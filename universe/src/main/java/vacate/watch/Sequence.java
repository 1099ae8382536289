// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import vacate.explorer.graph.Graph;

/**
 * What comes before what in an execution. If one order can tell all of it (program order,
 * reads-from, coherence and what follows from both have no cycle, as under sequential consistency)
 * an event is before another if it is so in each such order. Of a weaker execution it is before
 * another if the other may know of it, by program order and reads-from; what becomes of one word is
 * then a matter of its coherence order.
 */
final class Sequence {
  private final Graph g;
  private final int threads;

  /** Of each event, how many of each thread are before it, itself included; null if weaker. */
  private int[] clocks;

  private int[] done;

  Sequence(Graph g) {
    this.g = g;
    threads = g.threads();
    clocks = new int[g.event(threads, 0) * threads];
    done = new int[threads];
    int left = 0;
    for (int t = 0; t < threads; t++) {
      left += g.length(t);
    }
    for (boolean more = true; more; ) {
      more = false;
      for (int t = 0; t < threads; t++) {
        while (done[t] < g.length(t) && compute(g.event(t, done[t]))) {
          done[t]++;
          left--;
          more = true;
        }
      }
    }
    if (left > 0) {
      clocks = null;
    }
  }

  /** Whether one order can tell all of it. */
  boolean isOne() {
    return clocks != null;
  }

  /** Whether an event is before another. */
  boolean before(int a, int b) {
    if (a == b) {
      return false;
    }
    int known = isOne() ? clocks[b * threads + g.thread(a)] : g.prefix(b, g.thread(a));
    return g.index(a) < known;
  }

  /**
   * One of the orders that tell the execution: of the threads the first that can go on always does.
   *
   * @param first which goes before which; all threads
   * @return when each event takes place; -1 where a thread waits for one that never does
   */
  int[] told(List<Integer> first) {
    int[] when = new int[g.event(threads, 0)];
    Arrays.fill(when, -1);
    int[] next = new int[threads];
    for (int now = 0; now < when.length; now++) {
      for (int t : first) {
        if (next[t] < g.length(t) && canBe(g.event(t, next[t]), when)) {
          when[g.event(t, next[t]++)] = now;
          break;
        }
      }
    }
    return when;
  }

  private boolean canBe(int event, int[] when) {
    if (!isOne()) {
      int source = g.is(event, READ) ? g.source(event) : Graph.INIT;
      return source == Graph.INIT || when[source] >= 0;
    }
    boolean[] all = {true};
    beforeIt(event, e -> all[0] &= when[e] >= 0);
    return all[0];
  }

  private boolean compute(int event) {
    boolean[] known = {true};
    beforeIt(event, e -> known[0] &= g.index(e) < done[g.thread(e)]);
    if (!known[0]) {
      return false;
    }
    int at = event * threads;
    beforeIt(
        event,
        e -> {
          for (int t = 0; t < threads; t++) {
            clocks[at + t] = Math.max(clocks[at + t], clocks[e * threads + t]);
          }
        });
    clocks[at + g.thread(event)] = g.index(event) + 1;
    return true;
  }

  /** What is right before an event. */
  private void beforeIt(int event, IntConsumer what) {
    if (g.index(event) > 0) {
      what.accept(event - 1);
    }
    if (g.is(event, READ) && g.source(event) != Graph.INIT) {
      what.accept(g.source(event));
    }
    if (g.is(event, WRITE)) {
      int l = g.location(event);
      int place = g.place(event) - 1;
      if (g.write(l, place) != Graph.INIT) {
        what.accept(g.write(l, place));
      }
      for (int r = g.firstReader(l, place); r != Graph.INIT; r = g.nextReader(r)) {
        if (r != event - 1) {
          what.accept(r);
        }
      }
    }
  }
}
