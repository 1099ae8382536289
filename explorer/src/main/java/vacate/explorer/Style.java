// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Mode;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Edge;
import vacate.explorer.execution.Execution.Pass;
import vacate.explorer.weaken.InsertedFence;
import vacate.explorer.weaken.Kind;
import vacate.explorer.weaken.Mend;
import vacate.explorer.weaken.Order;
import vacate.explorer.weaken.Strengthening;

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
  List<Mend> ordering(Execution g, Pass pass) {
    Event first = pass.first();
    Event second = pass.second();
    boolean reads = first.reads();
    boolean writes = second.writes();
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
  List<Mend> publishing(Execution g, Edge readFrom) {
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

  private static List<Mend> both(Execution g, Order to, Event... events) {
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

  private static List<Mend> fence(Execution g, Order fence, Event before) {
    return kind(before) == null ? List.of() : List.of(new InsertedFence(place(g, before), fence));
  }

  private static Mend.Place place(Execution g, Event at) {
    List<String> variables =
        g.events().stream()
            .flatMap(List::stream)
            .filter(e -> kind(e) == kind(at) && e.stack().equals(at.stack()))
            .map(e -> e.location().variable())
            .distinct()
            .sorted()
            .toList();
    return new Mend.Place(kind(at), at.stack(), variables);
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
