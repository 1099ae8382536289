// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.monitor;

import java.util.function.IntPredicate;
import vacate.explorer.execution.Frame;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.HappensBefore;

/**
 * An execution as a monitor sees it. Accesses of locations that one actor alone touches, or that
 * nobody writes, may be missing.
 */
public final class Observed {
  private final HappensBefore order = new HappensBefore();
  private final IntPredicate locks;
  private final Sites sites;
  private Graph g;

  /** Where events are in the source. */
  public interface Sites {
    /** The innermost place of an event, or null. */
    Frame of(Graph graph, int event);
  }

  /**
   * @param locks whether a location is a lock
   */
  public Observed(IntPredicate locks, Sites sites) {
    this.locks = locks;
    this.sites = sites;
  }

  /** Becomes what there is in a graph now. */
  public void observe(Graph graph) {
    g = graph;
    order.of(graph);
  }

  /** Threads, locations, modes, values, reads-from and coherence order. */
  public Graph graph() {
    return g;
  }

  /** Happens-before, whichever the model. */
  public HappensBefore order() {
    return order;
  }

  /** Whether a location is what a monitor or a lock of the JDK is held by. */
  public boolean isLock(int location) {
    return locks.test(location);
  }

  /** The innermost line of the test's code that an event is of; null if not known. */
  public Frame place(int event) {
    return sites.of(g, event);
  }
}
