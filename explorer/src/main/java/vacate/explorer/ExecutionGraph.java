// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

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
public record ExecutionGraph(
    List<String> actors,
    List<List<Event>> events,
    List<Edge> rf,
    List<Edge> co,
    List<Edge> fr,
    List<Event> order,
    List<Pass> passes,
    int switches,
    String outcome) {

  public ExecutionGraph {
    actors = List.copyOf(actors);
    events = events.stream().map(List::copyOf).toList();
    rf = List.copyOf(rf);
    co = List.copyOf(co);
    fr = List.copyOf(fr);
    order = List.copyOf(order);
    passes = List.copyOf(passes);
  }

  /** What an event does. */
  public enum Kind {
    READ,
    WRITE,
    /** A read and a write in one, as {@code getAndAdd} or a compare-and-set that succeeds. */
    UPDATE,
    /** A compare-and-set that fails: it reads and writes nothing. */
    FAILED_UPDATE,
    FENCE,
    /** The environment decides whether a weak compare-and-set fails; no memory is accessed. */
    CHOICE,
    /** Takes a monitor that is free. */
    LOCK,
    /** Finds a monitor taken. */
    FAILED_LOCK,
    UNLOCK
  }

  /** How an access is ordered; of a fence, what it orders: plain is nothing, it was left out. */
  public enum Mode {
    PLAIN,
    OPAQUE,
    ACQUIRE,
    RELEASE,
    /** Also of a full fence. */
    VOLATILE,
    /** Of a fence only. */
    STORE_STORE,
    /** Of a fence only. */
    LOAD_LOAD,
    /** Of a full fence that was made weaker. */
    ACQUIRE_RELEASE
  }

  /**
   * A method that runs, and where it is.
   *
   * @param type binary name of the class
   */
  public record Frame(String type, String method, String file, int line) {}

  /**
   * One event. Two are equal only if they stand at the same place of their actor.
   *
   * @param actor index in {@link #actors}
   * @param index its place in program order, from 0
   * @param location as {@code Page#1.flags}, {@code int[]#1[3]} or {@code monitor of Page#1}; null
   *     for a fence or choice
   * @param read what was read, or null
   * @param written what was written, or null
   * @param stack the methods that were running, the innermost first; empty if not known
   */
  public record Event(
      int actor,
      int index,
      Kind kind,
      Mode mode,
      String location,
      String read,
      String written,
      List<Frame> stack) {

    public Event {
      stack = List.copyOf(stack);
    }

    /** As printed: {@code 1.2} is the second event of the first actor. */
    public String number() {
      return (actor + 1) + "." + (index + 1);
    }

    /** What was written, or else read; null for a fence or choice. */
    public String value() {
      return written != null ? written : read;
    }
  }

  /** From one event to another that comes after it. */
  public record Edge(Event from, Event to) {}

  /**
   * Two accesses of one actor that the model lets take effect the other way round.
   *
   * @param first earlier in the program
   * @param second took effect before it
   */
  public record Pass(Event first, Event second) {}

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
