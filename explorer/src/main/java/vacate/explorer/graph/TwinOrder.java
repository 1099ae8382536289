// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

/**
 * What the search puts in order because two threads do the same: as long as the second does what
 * the first has done, its events come after those of the first.
 *
 * <p>No model knows of that order. Together with (po ∪ rf) it has no cycle in an execution or none
 * in its mirror image: a cycle needs an rf from behind the first event in which they differ to that
 * of the first twin, and cannot have the same of the second.
 */
final class TwinOrder {
  private final Twins twins;
  private final Prefixes priors;

  /** Of events of the second: whether it has done the same as the first up to there. */
  private final boolean[] alike;

  TwinOrder(Twins twins, int events, int threads) {
    this.twins = twins;
    priors = new Prefixes(events, threads);
    alike = new boolean[events];
  }

  Twins twins() {
    return twins;
  }

  /** How many events of a thread come before one by po, rf and this order, itself included. */
  int length(int event, int thread) {
    return priors.length(event, thread);
  }

  /** See {@link Prefixes#compute}. */
  void compute(Graph g, int event, int source) {
    priors.compute(event, g.thread(event), g.index(event), source);
    alike[event] = false;
    if (follows(g, event)) {
      int ahead = ahead(g, event);
      priors.join(event, hasWritten(g, ahead) ? ahead + 1 : ahead);
      alike[event] = doAlike(g, ahead, event);
    }
  }

  /** Whether an event is of the second, which has done the same in all that comes before it. */
  boolean follows(Graph g, int event) {
    return g.thread(event) == twins.second() && (g.index(event) == 0 || alike[event - 1]);
  }

  /** Whether the second has done the same up to an event of it. */
  boolean isAlike(int event) {
    return alike[event];
  }

  /** The event of the first that has the place of one of the second. */
  int ahead(Graph g, int event) {
    return g.event(twins.first(), g.index(event));
  }

  /** Whether an event is the read of a read-modify-write, of which the write is never apart. */
  private static boolean hasWritten(Graph g, int ahead) {
    return g.is(ahead, UPDATE | READ)
        && g.index(ahead) + 1 < g.length(g.thread(ahead))
        && g.is(ahead + 1, UPDATE | WRITE);
  }

  /** Two writes of one location are not the same: one of them comes first. */
  private boolean doAlike(Graph g, int ahead, int event) {
    int access = g.access(event);
    if ((access & READ) != 0) {
      return readAlike(g, g.source(ahead), g.source(event));
    }
    if ((access & CHOICE) != 0) {
      return g.value(ahead) == g.value(event);
    }
    return (access & WRITE) == 0 || g.location(ahead) != g.location(event);
  }

  private boolean readAlike(Graph g, int ahead, int source) {
    if (ahead == Graph.INIT || source == Graph.INIT) {
      return ahead == source;
    }
    int thread = g.thread(source);
    return thread == twins.second()
        ? ahead == ahead(g, source)
        : thread != twins.first() && ahead == source;
  }

  void copy(TwinOrder from, int base, int n) {
    priors.copy(from.priors, base, n);
    System.arraycopy(from.alike, base, alike, base, n);
  }
}
