// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One execution as data: what each actor did, who read from whom, and in which order it can be
 * told.
 *
 * <p>A read without an {@link #rf} edge reads the initial value. The initial write of a location
 * comes first in its coherence order and is no event.
 *
 * @param actors their names
 * @param events of each actor, in program order
 * @param rf from each write to the reads that read from it
 * @param co from each write to the next one of its location
 * @param fr from each read to the first write of its location that it does not see; the later ones
 *     follow that by {@code co}
 * @param order all events in one order that respects rf, co and fr, and program order but for the
 *     passes: the order in which a witness is printed
 * @param passes where program order does not hold in {@code order}
 * @param switches how often {@code order} goes over to another actor
 * @param outcome what it came to, or null if an actor waits or was cut off
 */
public record Execution(
    List<String> actors,
    List<List<Event>> events,
    List<Edge> rf,
    List<Edge> co,
    List<Edge> fr,
    List<Event> order,
    List<Pass> passes,
    int switches,
    String outcome) {

  public Execution {
    actors = List.copyOf(actors);
    events = events.stream().map(List::copyOf).toList();
    rf = List.copyOf(rf);
    co = List.copyOf(co);
    fr = List.copyOf(fr);
    order = List.copyOf(order);
    passes = List.copyOf(passes);
  }

  /** From one event to another that comes after it. */
  public record Edge(Event from, Event to) {}

  /**
   * Two accesses of one actor that the model lets take effect the other way round.
   *
   * @param first earlier in the program
   * @param second took effect before it
   * @param explained whether the modes of both and the fences between them let it, by the Javadoc
   *     of {@code VarHandle}; if not, the model allows what no order of all accesses explains, as
   *     writes that reach one actor before another
   */
  public record Pass(Event first, Event second, boolean explained) {}

  /**
   * Accesses that are between no two actors in this execution: of locations that one actor alone
   * touches, or that nobody writes. What an actor's own method does is never among them, nor is
   * what took effect out of order.
   */
  public Set<Event> uncontended() {
    return Uncontended.events(this);
  }

  /** Program order: from each event to the next one of its actor. */
  public List<Edge> po() {
    List<Edge> edges = new ArrayList<>();
    for (List<Event> actor : events) {
      for (int i = 1; i < actor.size(); i++) {
        edges.add(new Edge(actor.get(i - 1), actor.get(i)));
      }
    }
    return edges;
  }

  /** What a read reads from; null for the initial value, or if the event is no read. */
  public Event source(Event read) {
    for (Edge e : rf) {
      if (e.to == read) {
        return e.from;
      }
    }
    return null;
  }
}
