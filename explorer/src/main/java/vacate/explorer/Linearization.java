// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import vacate.explorer.graph.Access;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.MemoryModel;

/**
 * The events of an execution in one order that respects who read what and which write came first,
 * chosen greedily.
 *
 * <p>If the execution is an interleaving the order is one: the thread at hand goes on as long as it
 * can. If not, program order has to give: an event takes effect before earlier ones of its thread,
 * and each such pair is a departure. A read-modify-write takes effect at once, its halves are never
 * apart.
 *
 * <p>Used for every execution that might be a better witness, so nothing is allocated once the
 * arrays are large enough, and what turns out too large is left unfinished.
 */
final class Linearization {
  private static final int UPDATE_WRITE = UPDATE | WRITE;

  /** More than there are events to wait for: rather any other order than one against a fence. */
  private static final int UNEXPLAINED = 1 << 24;

  /** The events; of a read-modify-write only its read. */
  private int[] order = new int[64];

  private int size;
  private int[] passed = new int[8];
  private int[] passing = new int[8];
  private boolean[] explained = new boolean[8];
  private int departures;
  private int unexplained;

  /** How many departures are of two accesses that another thread could tell of. */
  private int visible;

  private int switches;

  /** The event that had better come next, out of turn, and what that costs. */
  private int best;

  private int least;

  private final Overtaking overtaking;
  private final SharedLocations shared = new SharedLocations();

  private Graph g;
  private int[] mark = new int[0];
  private int epoch;
  private int[] next = new int[0];

  /** Of each thread the place behind the last event, in program order, that is in the order. */
  private int[] reached = new int[0];

  /**
   * @param model of whose executions the orders are
   */
  Linearization(MemoryModel model) {
    overtaking = new Overtaking(model);
  }

  /**
   * Orders the events of a graph.
   *
   * @return whether {@link #cost} is below {@code limit}; if not, the order is not finished
   */
  boolean arrange(Graph graph, long limit) {
    g = graph;
    prepare();
    int left = 0;
    int waiting = 0; // threads of which nothing has come yet: each costs a switch
    for (int t = 0; t < next.length; t++) {
      left += g.length(t);
      waiting += g.length(t) > 0 ? 1 : 0;
    }
    int current = -1;
    while (left > 0) {
      int e = choose(Math.max(current, 0));
      int t = g.thread(e);
      if (t != current) {
        switches += current < 0 ? 0 : 1;
        current = t;
        waiting -= reached[t] == 0 ? 1 : 0;
      }
      left -= emit(e);
      if (cost(unexplained, visible, switches + waiting) >= limit) {
        return false;
      }
    }
    return true;
  }

  /**
   * Smaller is easier to read: departures from program order that nothing explains first, then all
   * that others could tell, then context switches.
   */
  long cost() {
    return cost(unexplained, visible, switches);
  }

  private static long cost(int unexplained, int visible, int switches) {
    return (long) Math.min(unexplained, Short.MAX_VALUE) << 48
        | (long) Math.min(visible, 0xffff) << 32
        | switches;
  }

  /** The least that any execution of these threads can cost: each runs once, to its end. */
  static long leastCost(Graph graph) {
    int threads = 0;
    for (int t = 0; t < graph.threads(); t++) {
      threads += graph.length(t) > 0 ? 1 : 0;
    }
    return cost(0, 0, Math.max(0, threads - 1));
  }

  int size() {
    return size;
  }

  /** The event at a place of the order. */
  int event(int place) {
    return order[place];
  }

  int departures() {
    return departures;
  }

  /** How many departures are against modes or fences. */
  int unexplained() {
    return unexplained;
  }

  int switches() {
    return switches;
  }

  /** Of a departure, the event that is earlier in the program. */
  int passed(int departure) {
    return passed[departure];
  }

  /** Of a departure, the event that took effect before the other. */
  int passing(int departure) {
    return passing[departure];
  }

  /** Whether a departure is one that modes and fences let be, see {@link Overtaking}. */
  boolean isExplained(int departure) {
    return explained[departure];
  }

  private void prepare() {
    int room = g.event(g.threads(), 0);
    if (mark.length < room) {
      mark = new int[room];
      epoch = 0;
    }
    epoch++;
    if (next.length != g.threads()) {
      next = new int[g.threads()];
      reached = new int[g.threads()];
    }
    Arrays.fill(next, 0);
    Arrays.fill(reached, 0);
    size = 0;
    departures = 0;
    unexplained = 0;
    visible = 0;
    switches = 0;
    shared.of(g);
  }

  private boolean isDone(int e) {
    return mark[e] == epoch;
  }

  /** Adds an event to the order, both halves of a read-modify-write; returns how many. */
  private int emit(int e) {
    int t = g.thread(e);
    for (int i = next[t]; i < g.index(e); i++) {
      int first = g.event(t, i);
      if (!isDone(first) && isAccess(first) && !isSecondHalf(first)) {
        depart(first, e);
      }
    }
    if (size == order.length) {
      order = Arrays.copyOf(order, 2 * size);
    }
    order[size++] = e;
    mark[e] = epoch;
    int events = 1;
    if (isUpdate(e)) {
      mark[e + 1] = epoch;
      events = 2;
    }
    reached[t] = Math.max(reached[t], g.index(e) + events);
    while (next[t] < g.length(t) && isDone(g.event(t, next[t]))) {
      next[t]++;
    }
    return events;
  }

  private void depart(int first, int second) {
    if (departures == passed.length) {
      passed = Arrays.copyOf(passed, 2 * departures);
      passing = Arrays.copyOf(passing, 2 * departures);
      explained = Arrays.copyOf(explained, 2 * departures);
    }
    passed[departures] = first;
    passing[departures] = second;
    explained[departures] = mayOvertake(first, second);
    unexplained += explained[departures++] ? 0 : 1;
    visible += isShared(first) && isShared(second) ? 1 : 0;
  }

  private boolean mayOvertake(int first, int second) {
    overtaking.begin();
    overtaking.waits(access(first), isForwarded(first));
    for (int e = first + 1; e < second; e++) {
      overtaking.fence(g.access(e));
    }
    return overtaking.isAllowed(access(second));
  }

  /** Of both halves of a read-modify-write. */
  private int access(int e) {
    return isUpdate(e) ? g.access(e) | g.access(e + 1) : g.access(e);
  }

  /**
   * The next event of some thread in program order, the current one's by preference. If there is
   * none some event has to wait. By preference one that its mode and the fences behind it let wait;
   * among these that which makes the fewest wait that did not before, so that a thread runs on past
   * a store that is delayed.
   */
  private int choose(int current) {
    int n = next.length;
    for (int k = 0; k < n; k++) {
      int t = (current + k) % n;
      if (next[t] < g.length(t) && isReady(g.event(t, next[t]))) {
        return g.event(t, next[t]);
      }
    }
    best = Graph.INIT;
    least = Integer.MAX_VALUE;
    for (int k = 0; k < n; k++) {
      lookAlong((current + k) % n);
    }
    return best; // rf, co and fr between threads have no cycle: some access is ready
  }

  /** Looks for a better event to come next, out of turn, in one thread. */
  private void lookAlong(int t) {
    overtaking.begin();
    int waiting = 0;
    int before = Graph.INIT; // nobody waits for it, and it had better be done than passed
    for (int i = next[t]; i < g.length(t) && waiting < least; i++) {
      int e = g.event(t, i);
      if (!isAccess(e)) {
        overtaking.fence(g.access(e));
        continue;
      }
      if (isDone(e) || isSecondHalf(e)) {
        continue;
      }
      int access = access(e);
      boolean ready = isReady(e);
      boolean allowed = overtaking.isAllowed(access);
      if (isShared(e) && ready) {
        int cost = allowed ? waiting : waiting + UNEXPLAINED;
        if (cost < least) {
          best = allowed && before != Graph.INIT ? before : e;
          least = cost;
        }
      } else if (ready && allowed && overtaking.isFirm(access)) {
        before = before == Graph.INIT ? e : before;
        continue;
      }
      overtaking.waits(access, isForwarded(e));
      waiting += i < reached[t] ? 0 : 1;
    }
  }

  private boolean isShared(int e) {
    return shared.contains(g.location(e));
  }

  private boolean isAccess(int e) {
    return (g.access(e) & (FENCE | CHOICE)) == 0;
  }

  private boolean isSecondHalf(int e) {
    return Access.is(g.access(e), UPDATE_WRITE);
  }

  /** Whether an event is the read of a read-modify-write that has its write. */
  private boolean isUpdate(int e) {
    return (g.access(e) & READ) != 0
        && g.is(e, UPDATE)
        && g.index(e) + 1 < g.length(g.thread(e))
        && isSecondHalf(e + 1);
  }

  /** Whether a read waits only for a write of its own thread, which it has been told already. */
  private boolean isForwarded(int e) {
    if ((g.access(e) & READ) == 0 || isUpdate(e)) {
      return false;
    }
    int source = g.source(e);
    return source != Graph.INIT && g.thread(source) == g.thread(e) && source < e;
  }

  /** Whether all that must come first by rf, co and fr has. */
  private boolean isReady(int e) {
    int access = g.access(e);
    if ((access & READ) != 0) {
      int source = g.source(e);
      return (source == Graph.INIT || isDone(source)) && (!isUpdate(e) || isFree(e + 1, e));
    }
    return (access & WRITE) == 0 || isFree(e, Graph.INIT);
  }

  /** Whether the write just before in co is done, and all that read it but {@code self}. */
  private boolean isFree(int write, int self) {
    int location = g.location(write);
    int place = g.place(write) - 1;
    int before = g.write(location, place);
    if (before != Graph.INIT && !isDone(before)) {
      return false;
    }
    for (int r = g.firstReader(location, place); r != Graph.INIT; r = g.nextReader(r)) {
      if (r != self && !isDone(r)) {
        return false;
      }
    }
    return true;
  }
}
