// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import vacate.explorer.ExecutionGraph.Edge;
import vacate.explorer.ExecutionGraph.Event;
import vacate.explorer.ExecutionGraph.Mode;
import vacate.explorer.ExecutionGraph.Pass;
import vacate.explorer.weaken.InsertedFence;
import vacate.explorer.weaken.Kind;
import vacate.explorer.weaken.Mend;
import vacate.explorer.weaken.Order;
import vacate.explorer.weaken.Strengthening;
import vacate.explorer.weave.Site;

/**
 * In which way accesses are ordered that were not. Only proposes; nothing here is known to help.
 */
enum Style {
  /** The weakest access modes that might do. */
  MODES,
  /** Volatile at both ends. */
  VOLATILE,
  /** The weakest fences that might do. */
  FENCES,
  /** Full fences. */
  FULL_FENCES;

  /** What might keep two accesses of a thread in order. */
  List<Mend> ordering(ExecutionGraph g, Pass pass) {
    Event first = pass.first();
    Event second = pass.second();
    boolean reads = first.read() != null;
    boolean writes = second.written() != null;
    return switch (this) {
      case MODES -> {
        if (reads && !writes && first.location().equals(second.location())) {
          yield both(g, Order.OPAQUE_ONLY, first, second);
        }
        if (reads) {
          yield both(g, Order.ACQUIRING, first);
        }
        yield writes ? both(g, Order.RELEASING, second) : both(g, Order.FULL, first, second);
      }
      case VOLATILE -> both(g, Order.FULL, first, second);
      case FENCES ->
          fence(g, reads == writes ? Order.FULL : reads ? Order.LOADS : Order.STORES, second);
      case FULL_FENCES -> fence(g, Order.FULL, second);
    };
  }

  /** What might order two threads of which one reads what the other has written. */
  List<Mend> publishing(ExecutionGraph g, Edge readFrom) {
    Event write = readFrom.from();
    Event read = readFrom.to();
    List<Mend> mends = new ArrayList<>();
    if (this == MODES || this == VOLATILE) {
      mends.addAll(both(g, this == MODES ? Order.RELEASING : Order.FULL, write));
      mends.addAll(both(g, this == MODES ? Order.ACQUIRING : Order.FULL, read));
    } else {
      mends.addAll(fence(g, this == FENCES ? Order.STORES : Order.FULL, write));
      List<Event> reader = g.events().get(read.actor());
      reader.subList(read.index() + 1, reader.size()).stream()
          .filter(e -> kind(e) == Kind.LOAD)
          .limit(1)
          .forEach(e -> mends.addAll(fence(g, this == FENCES ? Order.LOADS : Order.FULL, e)));
    }
    return mends;
  }

  private static List<Mend> both(ExecutionGraph g, Order to, Event... events) {
    return Stream.of(events)
        .filter(e -> kind(e) != null && !has(e.mode(), to))
        .<Mend>map(e -> new Strengthening(place(g, e), to))
        .toList();
  }

  private static boolean has(Mode mode, Order order) {
    return switch (order) {
      case OPAQUE_ONLY -> mode != Mode.PLAIN;
      case ACQUIRING -> mode == Mode.ACQUIRE || mode == Mode.VOLATILE;
      case RELEASING -> mode == Mode.RELEASE || mode == Mode.VOLATILE;
      default -> mode == Mode.VOLATILE;
    };
  }

  private static List<Mend> fence(ExecutionGraph g, Order fence, Event before) {
    return kind(before) == null ? List.of() : List.of(new InsertedFence(place(g, before), fence));
  }

  private static Mend.Place place(ExecutionGraph g, Event at) {
    TreeSet<String> variables = new TreeSet<>(Comparator.naturalOrder());
    for (List<Event> actor : g.events()) {
      actor.stream()
          .filter(e -> kind(e) == kind(at) && e.stack().equals(at.stack()))
          .forEach(
              e ->
                  variables.add(
                      e.location().replaceAll("#\\d+|@\\d+(\\.\\d+)?|(?<=\\[)\\d+(?=\\])", "")));
    }
    List<Site.Frame> stack =
        at.stack().stream()
            .map(f -> new Site.Frame(f.type(), f.method(), f.file(), f.line()))
            .toList();
    return new Mend.Place(kind(at), stack, String.join(" and ", variables));
  }

  /** What can be mended; locks order all that they can, and a choice is no access. */
  private static Kind kind(Event e) {
    if (e.stack().isEmpty()) {
      return null;
    }
    return switch (e.kind()) {
      case READ -> Kind.LOAD;
      case WRITE -> Kind.STORE;
      case UPDATE, FAILED_UPDATE -> Kind.UPDATE;
      default -> null;
    };
  }
}
