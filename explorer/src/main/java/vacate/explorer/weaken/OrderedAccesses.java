// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Snapshot;
import vacate.explorer.weave.Site;

/** Collects the places that executions really reach, in the order in which they are first seen. */
public final class OrderedAccesses {
  private record Place(Kind kind, Order order, List<Site.Frame> path) {}

  private static final class Seen {
    int access;
    String of;
    Kind kind;
  }

  private final Map<Place, Seen> seen = new LinkedHashMap<>();
  private final Predicate<Site.Frame> primitive;

  /**
   * @param primitive methods each of whose calls is a place of its own, as those of a lock are
   */
  public OrderedAccesses(Predicate<Site.Frame> primitive) {
    this.primitive = primitive;
  }

  /**
   * Adds what an execution reaches.
   *
   * @param name the name of a location
   * @param isMonitor whether a location is a lock's
   */
  public void add(Snapshot execution, IntFunction<String> name, IntPredicate isMonitor) {
    for (List<Snapshot.Event> thread : execution.threads()) {
      for (Snapshot.Event e : thread) {
        if (e.site() instanceof Site site && (e.access() & (Access.CHOICE | Access.FINAL)) == 0) {
          add(e, site, name, isMonitor);
        }
      }
    }
  }

  private void add(Snapshot.Event e, Site site, IntFunction<String> name, IntPredicate isMonitor) {
    Kind kind = Kind.of(e.access());
    Order order = kind == Kind.UPDATE ? Order.OPAQUE_ONLY : Order.of(e.access());
    Place place = new Place(kind, order, OrderedAccess.path(site, primitive));
    Seen s = seen.computeIfAbsent(place, p -> new Seen());
    s.access |= e.access();
    s.kind = kind;
    if (kind != Kind.FENCE) {
      s.of = name.apply(e.location()).replaceAll("#\\d+", "").replaceAll("\\[\\d+\\]", "[]");
      if (isMonitor.test(e.location())) {
        s.kind = kind == Kind.STORE ? Kind.UNLOCK : Kind.LOCK;
        s.of = s.of.replaceFirst("monitor of ", "");
      }
    }
  }

  /** The places that can be weakened. */
  public List<OrderedAccess> places() {
    List<OrderedAccess> places = new ArrayList<>();
    seen.forEach(
        (place, s) -> {
          Order order = place.kind == Kind.UPDATE ? Order.of(s.access) : place.order;
          OrderedAccess access = new OrderedAccess(s.kind, order, place.path, s.of);
          if (!access.weakenings().isEmpty()) {
            places.add(access);
          }
        });
    return places;
  }
}
