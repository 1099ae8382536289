// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Edge;
import vacate.explorer.execution.Execution.Pass;

/** What of an execution can have to do with the order in which threads see each other's writes. */
final class Related {
  private Related() {}

  /** Events that another thread reads from, overwrites or is overwritten by. */
  private static Set<Event> events(Execution g) {
    return Stream.of(g.rf(), g.co(), g.fr())
        .flatMap(Collection::stream)
        .filter(Related::isAcross)
        .flatMap(edge -> Stream.of(edge.from(), edge.to()))
        .collect(Collectors.toSet());
  }

  /** The passes of two such events; all passes if there are none. */
  static List<Pass> passes(Execution g) {
    Set<Event> related = events(g);
    List<Pass> passes =
        g.passes().stream()
            .filter(p -> related.contains(p.first()) && related.contains(p.second()))
            .toList();
    return passes.isEmpty() ? g.passes() : passes;
  }

  /** Each of those events and the next one of its thread: program order need not hold there. */
  static List<Pass> neighbours(Execution g) {
    Set<Event> related = events(g);
    List<Pass> pairs = new ArrayList<>();
    for (List<Event> actor : g.events()) {
      List<Event> here = actor.stream().filter(related::contains).toList();
      for (int i = 1; i < here.size(); i++) {
        pairs.add(new Pass(here.get(i - 1), here.get(i), true));
      }
    }
    return pairs;
  }

  /** Reads from another thread's writes. */
  static List<Edge> readsAcross(Execution g) {
    return g.rf().stream().filter(Related::isAcross).toList();
  }

  private static boolean isAcross(Edge edge) {
    return edge.from().actor() != edge.to().actor();
  }
}
