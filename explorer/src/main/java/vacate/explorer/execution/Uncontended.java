// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.execution;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.explorer.execution.Execution.Pass;

/**
 * What of an execution is between no two actors: accesses of a location that one actor alone
 * touches in it, or that nobody writes. What the actor's own method does is never among them, for
 * that is what its test is about, nor is what took effect out of order; and of one location either
 * all accesses are or none.
 */
final class Uncontended {
  private Uncontended() {}

  static Set<Event> events(Execution g) {
    Map<Location, List<Event>> byLocation =
        g.order().stream()
            .filter(e -> e.location() != null)
            .collect(Collectors.groupingBy(Event::location, HashMap::new, Collectors.toList()));
    Set<Event> outOfOrder =
        g.passes().stream()
            .flatMap((Pass p) -> Stream.of(p.first(), p.second()))
            .collect(Collectors.toCollection(HashSet::new));
    return byLocation.values().stream()
        .filter(Uncontended::isUndisputed)
        .filter(all -> all.stream().noneMatch(e -> e.stack().size() < 2 || outOfOrder.contains(e)))
        .flatMap(Collection::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isUndisputed(List<Event> all) {
    return all.stream().map(Event::actor).distinct().count() == 1
        || all.stream().noneMatch(Event::writes)
            && all.stream().allMatch(e -> e.kind() == Event.Kind.READ);
  }
}
