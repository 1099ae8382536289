// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.monitor;

import java.util.List;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.HappensBefore;

/** An execution as a monitor sees it. */
public final class Observed {
  private final HappensBefore order = new HappensBefore();
  private final Code code;
  private Graph g;
  private Object outcome;
  private boolean isOrdered;

  /** What the numbers in a graph stand for. */
  public interface Code {
    /** What a location is. */
    Location location(int location);

    /** What a monitor calls {@linkplain Monitor#cells a cell}. */
    int cell(String path);

    /** The methods that were running, the innermost first; empty if not known. */
    List<Frame> stack(Graph graph, int event);
  }

  public Observed(Code code) {
    this.code = code;
  }

  /**
   * Becomes what there is in a graph now.
   *
   * @param comesTo null if it is not complete
   */
  public void observe(Graph graph, Object comesTo) {
    g = graph;
    outcome = comesTo;
    isOrdered = false;
  }

  /** Threads, locations, modes, values, reads-from and coherence order. */
  public Graph graph() {
    return g;
  }

  /** What it comes to, which is the text of an outcome's id; null if it is not complete. */
  public Object outcome() {
    return outcome;
  }

  /** Happens-before, whichever the model. */
  public HappensBefore order() {
    if (!isOrdered) {
      order.of(g); // not every monitor asks
      isOrdered = true;
    }
    return order;
  }

  /** Whether a location is what a monitor or a lock of the JDK is held by. */
  public boolean isLock(int location) {
    return location(location).isLock();
  }

  /** What a location is. */
  public Location location(int location) {
    return code.location(location);
  }

  /**
   * The location of a cell; -1 for a field that no two threads can race for.
   *
   * @param path one of the monitor's {@link Monitor#cells}
   */
  public int cell(String path) {
    return code.cell(path);
  }

  /** The methods of the test's code that were running, the innermost first; empty if not known. */
  public List<Frame> stack(int event) {
    return code.stack(g, event);
  }

  /** The innermost line of the test's code that an event is of; null if not known. */
  public Frame place(int event) {
    List<Frame> stack = stack(event);
    return stack.isEmpty() ? null : stack.get(0);
  }
}
