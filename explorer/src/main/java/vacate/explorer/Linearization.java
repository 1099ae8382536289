// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.graph.Access.FENCE;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.search.Snapshot;
import vacate.explorer.search.Snapshot.Event;

/**
 * The events of an execution in one order that respects who read what and which write came first.
 *
 * <p>If the execution is an interleaving the order is one, with few context switches. If not,
 * program order has to give: an event takes effect before earlier ones of its thread, and each such
 * pair is noted.
 */
final class Linearization {
  /**
   * Two events of a thread that took effect the other way round.
   *
   * @param first earlier in the program
   * @param second took effect before it
   */
  record Departure(Event first, Event second) {}

  final List<Event> order = new ArrayList<>();
  final List<Departure> departures = new ArrayList<>();
  int switches;

  private final Snapshot execution;
  private final boolean[][] done;
  private final int[] next;

  Linearization(Snapshot execution) {
    this.execution = execution;
    int n = execution.threads().size();
    done = new boolean[n][];
    next = new int[n];
    int events = 0;
    for (int t = 0; t < n; t++) {
      done[t] = new boolean[execution.threads().get(t).size()];
      events += done[t].length;
    }
    int current = 0;
    while (order.size() < events) {
      Event e = choose(current);
      if (!order.isEmpty() && e.thread() != current) {
        switches++;
      }
      current = e.thread();
      emit(e);
    }
  }

  /** Smaller is easier to read: departures from program order first, then context switches. */
  long size() {
    return departures.size() * 1_000_000L + switches * 1_000L + order.size();
  }

  private void emit(Event e) {
    int t = e.thread();
    for (int i = next[t]; i < e.index(); i++) {
      Event first = execution.threads().get(t).get(i);
      if (!done[t][i] && (first.access() & FENCE) == 0) {
        departures.add(new Departure(first, e));
      }
    }
    done[t][e.index()] = true;
    order.add(e);
    while (next[t] < done[t].length && done[t][next[t]]) {
      next[t]++;
    }
  }

  /** The next event of some thread in program order, the current one's by preference. */
  private Event choose(int current) {
    int n = done.length;
    for (int k = 0; k < n; k++) {
      int t = (current + k) % n;
      if (next[t] < done[t].length && ready(execution.threads().get(t).get(next[t]))) {
        return execution.threads().get(t).get(next[t]);
      }
    }
    Event best = null;
    for (int t = 0; t < n; t++) {
      for (int i = next[t]; i < done[t].length; i++) {
        Event e = execution.threads().get(t).get(i);
        if (!done[t][i] && (e.access() & FENCE) == 0 && ready(e)) {
          if (best == null || i - next[t] < best.index() - next[best.thread()]) {
            best = e;
          }
          break;
        }
      }
    }
    return best; // rf, co and fr alone have no cycle: some event is ready
  }

  /** Whether all that must come first by rf, co and fr has. */
  private boolean ready(Event e) {
    if (e.isRead()) {
      return e.source() == null || done[e.source().thread()][e.source().index()];
    }
    if (!e.isWrite()) {
      return true;
    }
    for (List<Event> thread : execution.threads()) {
      for (Event other : thread) {
        boolean before =
            other.location() == e.location()
                && (other.isRead() || other.isWrite())
                && execution.placeOf(other) < e.place();
        if (before && !done[other.thread()][other.index()]) {
          return false;
        }
      }
    }
    return true;
  }
}
