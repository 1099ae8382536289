// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.graph.Access;
import vacate.explorer.heap.Site;
import vacate.explorer.search.Snapshot;

/** Collects the places that executions really reach, in the order in which they are first seen. */
public final class OrderedAccesses {
  private record Place(Kind kind, Order order, List<Frame> path) {}

  private static final class Seen {
    int access;
    String of;
    Kind kind;
  }

  private final Map<Place, Seen> seen = new LinkedHashMap<>();
  private final Predicate<Frame> primitive;

  /**
   * @param primitive methods each of whose calls is a place of its own, as those of a lock are
   */
  public OrderedAccesses(Predicate<Frame> primitive) {
    this.primitive = primitive;
  }

  /**
   * Adds what an execution reaches.
   *
   * @param locations what their numbers stand for
   */
  public void add(Snapshot execution, IntFunction<Location> locations) {
    for (List<Snapshot.Event> thread : execution.threads()) {
      for (Snapshot.Event e : thread) {
        if (e.site() instanceof Site site && (e.access() & (Access.CHOICE | Access.FINAL)) == 0) {
          add(e, site, locations);
        }
      }
    }
  }

  private void add(Snapshot.Event e, Site site, IntFunction<Location> locations) {
    Kind kind = Kind.of(e.access());
    Order order = kind == Kind.UPDATE ? Order.OPAQUE_ONLY : Order.of(e.access());
    List<Frame> path = OrderedAccess.path(site, primitive);
    if (site.isOfInterrupt() && path.stream().allMatch(primitive)) {
      return; // the machine's own: how it comes to know that an interrupt is asked for
    }
    Place place = new Place(kind, order, path);
    Seen s = seen.computeIfAbsent(place, p -> new Seen());
    s.access |= e.access();
    s.kind = kind;
    if (kind != Kind.FENCE) {
      Location location = locations.apply(e.location());
      s.of = location.variable();
      if (location.isLock()) {
        s.kind = kind == Kind.STORE ? Kind.UNLOCK : Kind.LOCK;
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
