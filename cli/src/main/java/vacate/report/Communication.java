// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

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
import vacate.story.Step;
import vacate.story.Story;

/**
 * What of an execution is drawn: events that are related to another thread's, where the page is
 * known only if one of the two does something to it or learns something of it. The rest of a
 * hundred events is each thread's own business.
 *
 * @param events in the order in which they take effect
 * @param po to the next one that is drawn
 * @param passes where program order is broken
 */
record Communication(
    List<Event> events,
    List<Edge> po,
    List<Edge> rf,
    List<Edge> co,
    List<Edge> fr,
    List<Pass> passes) {

  static Communication of(Story story) {
    Execution g = story.witness().execution();
    Set<Event> told =
        story.steps().stream()
            .map(Step::events)
            .flatMap(Collection::stream)
            .collect(Collectors.toSet());
    List<Pass> passes =
        g.passes().stream()
            .filter(
                pass ->
                    told.isEmpty() || told.contains(pass.first()) && told.contains(pass.second()))
            .toList();
    Set<Event> related =
        Stream.concat(
                Stream.of(g.rf(), g.co(), g.fr())
                    .flatMap(Collection::stream)
                    .filter(Communication::isAcross)
                    .filter(
                        edge ->
                            told.isEmpty()
                                || told.contains(edge.from())
                                || told.contains(edge.to()))
                    .flatMap(edge -> Stream.of(edge.from(), edge.to())),
                passes.stream().flatMap(pass -> Stream.of(pass.first(), pass.second())))
            .collect(Collectors.toSet());
    List<Event> events = g.order().stream().filter(related::contains).toList();
    return new Communication(
        events,
        programOrder(g, related),
        among(g.rf(), related),
        among(g.co(), related),
        among(g.fr(), related),
        passes);
  }

  private static boolean isAcross(Edge edge) {
    return edge.from().actor() != edge.to().actor();
  }

  private static List<Edge> among(List<Edge> edges, Set<Event> shown) {
    return edges.stream()
        .filter(Communication::isAcross)
        .filter(edge -> shown.contains(edge.from()) && shown.contains(edge.to()))
        .toList();
  }

  private static List<Edge> programOrder(Execution g, Set<Event> shown) {
    List<Edge> po = new ArrayList<>();
    for (List<Event> actor : g.events()) {
      List<Event> here = actor.stream().filter(shown::contains).toList();
      for (int i = 1; i < here.size(); i++) {
        po.add(new Edge(here.get(i - 1), here.get(i)));
      }
    }
    return po;
  }
}
