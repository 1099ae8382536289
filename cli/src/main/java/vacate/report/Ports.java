// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vacate.explorer.execution.Event;

/**
 * Where at the sides of its box each edge of an event ends: sorted by where they lead, so that few
 * cross, and so far from each other that a label has room.
 */
final class Ports {
  private static final int LANE = 12;

  private record Side(Event event, boolean right) {}

  /** One edge's end. An edge from an event to itself there is not. */
  private record Port(Object route, Event other) {}

  private final Map<Side, List<Port>> sides = new HashMap<>();

  void add(Event event, boolean right, Object route, Event other) {
    sides
        .computeIfAbsent(new Side(event, right), s -> new ArrayList<>())
        .add(new Port(route, other));
  }

  /** From what leads farthest up to what leads farthest down; past boxes, the nearest outside. */
  void sort(Map<Event, Integer> row) {
    sides.forEach(
        (side, ports) -> {
          int here = row.get(side.event);
          ports.sort(
              Comparator.comparingInt(
                  port -> {
                    int rows = row.get(port.other) - here;
                    boolean past = port.other.actor() == side.event.actor();
                    return !past ? rows : Integer.signum(rows) * (row.size() - Math.abs(rows));
                  }));
        });
  }

  /** How high the box of an event must be. */
  int room(Event event) {
    return LANE * Math.max(count(event, true), count(event, false)) + 4;
  }

  private int count(Event event, boolean right) {
    return sides.getOrDefault(new Side(event, right), List.of()).size();
  }

  /** How far below the middle of its box an edge ends. */
  int offset(Event event, boolean right, Object route) {
    List<Port> ports = sides.get(new Side(event, right));
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).route == route) {
        return LANE * (2 * i + 1 - ports.size()) / 2;
      }
    }
    throw new IllegalArgumentException("no port of " + event);
  }
}
