// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.DEREF;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.INTERRUPT;
import static vacate.explorer.graph.Access.LINK;
import static vacate.explorer.graph.Access.LOAD_LOAD;
import static vacate.explorer.graph.Access.LOT;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.STORE_STORE;
import static vacate.explorer.graph.Access.TIME;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WAKE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Kind;
import vacate.explorer.execution.Event.Mode;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Edge;
import vacate.explorer.execution.Execution.Pass;
import vacate.explorer.execution.Value;
import vacate.explorer.graph.Graph;
import vacate.explorer.heap.Site;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.search.Snapshot;

/** Copies what the search's graph holds into one that anyone can keep and read. */
final class Transcript {
  private final WovenTest test;
  private final Graph g;
  private final List<List<Event>> events = new ArrayList<>();

  /** By number in the graph; both halves of a read-modify-write lead to one event. */
  private final Map<Integer, Event> byNumber = new TreeMap<>();

  private final List<Edge> rf = new ArrayList<>();
  private final List<Edge> co = new ArrayList<>();
  private final List<Edge> fr = new ArrayList<>();

  private Transcript(WovenTest test, Graph g) {
    this.test = test;
    this.g = g;
  }

  /**
   * Copies an execution.
   *
   * @param order of the events of {@code graph}, finished
   * @param outcome null if there is none
   */
  static Execution of(WovenTest test, Graph graph, Linearization order, Object outcome) {
    Transcript t = new Transcript(test, graph);
    t.events(Snapshot.of(graph));
    t.edges();
    List<Pass> passes = new ArrayList<>();
    for (int d = 0; d < order.departures(); d++) {
      Event first = t.byNumber.get(order.passed(d));
      Event second = t.byNumber.get(order.passing(d));
      passes.add(new Pass(first, second, order.isExplained(d)));
    }
    return new Execution(
        IntStream.range(0, test.threads()).mapToObj(test::threadName).toList(),
        t.events,
        t.rf,
        t.co,
        t.fr,
        IntStream.range(0, order.size())
            .mapToObj(i -> t.byNumber.get(order.event(i)))
            .filter(Objects::nonNull)
            .toList(),
        passes,
        order.switches(),
        outcome == null ? null : outcome.toString());
  }

  private void events(Snapshot execution) {
    for (List<Snapshot.Event> thread : execution.threads()) {
      List<Event> actor = new ArrayList<>();
      for (int i = 0; i < thread.size(); i++) {
        Snapshot.Event e = thread.get(i);
        if ((e.access() & FENCE) != 0 && (e.access() & (FINAL | DEREF | LINK)) != 0) {
          continue; // of JLS 17.5 or a dependency, and nothing that the program says
        }
        if ((e.access() & INTERRUPT) != 0 && e.value() == 0) {
          continue; // none comes
        }
        if (test.mayWaitForEver(e.thread()) && thread.size() == 1 && g.writes(e.location()) == 1) {
          continue; // it could have been started, and is not
        }
        boolean update = i + 1 < thread.size() && isSecondHalf(thread.get(i + 1));
        Event event = event(e, update ? thread.get(i + 1) : null, actor.size());
        actor.add(event);
        byNumber.put(g.event(e.thread(), i), event);
        if (update) {
          byNumber.put(g.event(e.thread(), ++i), event);
        }
      }
      events.add(actor);
    }
  }

  private static boolean isSecondHalf(Snapshot.Event e) {
    return e.isWrite() && (e.access() & UPDATE) != 0;
  }

  private Event event(Snapshot.Event e, Snapshot.Event half, int index) {
    int access = e.access() | (half == null ? 0 : half.access());
    return new Event(
        e.thread(),
        index,
        kind(access, e.location()),
        mode(access),
        e.location() < 0 ? null : test.location(e.location()),
        e.isRead() ? test.value(e.location(), e.value()) : choice(e),
        half != null
            ? test.value(e.location(), half.value())
            : e.isWrite() ? test.value(e.location(), e.value()) : null,
        e.site() instanceof Site s ? s.stack() : List.of(),
        e.site() instanceof Site s ? s.ofTheJdk() : null);
  }

  private static Value choice(Snapshot.Event e) {
    return (e.access() & (CHOICE | INTERRUPT)) != CHOICE
        ? null
        : new Value.Primitive(e.value() != 0);
  }

  private Kind kind(int access, int location) {
    if ((access & FENCE) != 0) {
      return Kind.FENCE;
    }
    if ((access & INTERRUPT) != 0) {
      return Kind.INTERRUPT;
    }
    if ((access & CHOICE) != 0) {
      return choice(access);
    }
    boolean reads = (access & READ) != 0;
    boolean writes = (access & WRITE) != 0;
    if (test.location(location).isLock()) {
      return !reads ? Kind.UNLOCK : writes ? Kind.LOCK : Kind.FAILED_LOCK;
    }
    if ((access & UPDATE) != 0) {
      return writes ? Kind.UPDATE : Kind.FAILED_UPDATE;
    }
    return writes ? Kind.WRITE : Kind.READ;
  }

  private static Kind choice(int access) {
    if ((access & WAKE) != 0) {
      return (access & TIME) != 0 ? Kind.LATE : Kind.WAKEUP;
    }
    return (access & LOT) != 0 ? Kind.LOT : (access & TIME) != 0 ? Kind.TIME : Kind.CHOICE;
  }

  private static Mode mode(int access) {
    if ((access & VOLATILE) != 0) {
      return Mode.VOLATILE;
    }
    if ((access & FENCE) != 0 && (access & ACQUIRE) != 0 && (access & RELEASE) != 0) {
      return Mode.ACQUIRE_RELEASE;
    }
    if ((access & RELEASE) != 0) {
      return Mode.RELEASE;
    }
    if ((access & ACQUIRE) != 0) {
      return Mode.ACQUIRE;
    }
    if ((access & STORE_STORE) != 0) {
      return Mode.STORE_STORE;
    }
    if ((access & LOAD_LOAD) != 0) {
      return Mode.LOAD_LOAD;
    }
    return (access & OPAQUE) != 0 ? Mode.OPAQUE : Mode.PLAIN;
  }

  private void edges() {
    byNumber.forEach(
        (number, event) -> {
          int location = g.location(number);
          if (location < 0) {
            return;
          }
          int place = g.placeOf(number);
          boolean read = g.is(number, READ);
          if (read && place > 0) {
            rf.add(new Edge(byNumber.get(g.source(number)), event));
          }
          if (place + 1 < g.writes(location)) {
            Event next = byNumber.get(g.write(location, place + 1));
            if (next != event) { // a read-modify-write follows what it reads
              (read ? fr : co).add(new Edge(event, next));
            }
          }
        });
    co.sort(Comparator.comparing(e -> e.from().location().toString()));
  }
}
