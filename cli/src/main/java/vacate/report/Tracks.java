// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Beside a column: what leads past rows side by side, so that nothing lies on something else. */
final class Tracks {
  private record Stretch(Object route, int column, int first, int last) {
    boolean meets(Stretch other) {
      return column == other.column && first <= other.last && other.first <= last;
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();
  private final Map<Object, Integer> track = new HashMap<>();
  private final Map<Integer, Integer> count = new HashMap<>();

  /** Adds what leads from one row to another. */
  void add(Object route, int column, int from, int to) {
    stretches.add(new Stretch(route, column, Math.min(from, to), Math.max(from, to)));
  }

  /** Gives each a track, the shortest the nearest. */
  void assign() {
    stretches.sort(Comparator.comparingInt(s -> s.last - s.first));
    for (int i = 0; i < stretches.size(); i++) {
      Stretch s = stretches.get(i);
      int free = 0;
      for (Stretch other : stretches.subList(0, i)) {
        if (s.meets(other)) {
          free = Math.max(free, track.get(other.route) + 1);
        }
      }
      track.put(s.route, free);
      count.merge(s.column, free + 1, Math::max);
    }
  }

  /** The track of what was added, from 0. */
  int track(Object route) {
    return track.get(route);
  }

  /** How many tracks a column needs. */
  int count(int column) {
    return count.getOrDefault(column, 0);
  }
}
