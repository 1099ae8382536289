// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Graph;

/**
 * An execution, taken out of the search's graph: its events, thread by thread.
 *
 * @param threads the events of each thread in program order
 */
public record Snapshot(List<List<Event>> threads) {
  /**
   * One event.
   *
   * @param access bits of {@link vacate.explorer.graph.Access}
   * @param location the location, or -1
   * @param value what was read or written
   * @param source where a read reads from, or null for the initial value
   * @param place of a write in the coherence order of its location, from 1
   * @param site where in the source
   */
  public record Event(
      int thread,
      int index,
      int access,
      int location,
      long value,
      Position source,
      int place,
      Object site) {
    public boolean isRead() {
      return (access & READ) != 0;
    }

    public boolean isWrite() {
      return (access & WRITE) != 0;
    }
  }

  /** An event by thread and index. */
  public record Position(int thread, int index) {}

  /** Copies what is in the graph now. */
  public static Snapshot of(Graph g) {
    List<List<Event>> threads = new ArrayList<>();
    for (int t = 0; t < g.threads(); t++) {
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < g.length(t); i++) {
        events.add(event(g, t, i));
      }
      threads.add(List.copyOf(events));
    }
    return new Snapshot(List.copyOf(threads));
  }

  private static Event event(Graph g, int t, int i) {
    int e = g.event(t, i);
    int access = g.access(e);
    Position source = null;
    if ((access & READ) != 0 && g.source(e) != Graph.INIT) {
      source = new Position(g.thread(g.source(e)), g.index(g.source(e)));
    }
    Op op = Decisions.op(g, e);
    int place = (access & WRITE) != 0 ? g.place(e) : 0;
    return new Event(t, i, access, g.location(e), g.value(e), source, place, op.site());
  }

  /** The event at a position. */
  public Event at(Position p) {
    return threads.get(p.thread).get(p.index);
  }

  /** The place in coherence order of the write that an access is, or reads from. */
  public int placeOf(Event e) {
    if (e.isWrite()) {
      return e.place;
    }
    return e.source == null ? 0 : at(e.source).place;
  }
}
