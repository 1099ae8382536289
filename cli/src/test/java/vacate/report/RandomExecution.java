// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import vacate.explorer.Witness;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Kind;
import vacate.explorer.execution.Event.Mode;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Edge;
import vacate.explorer.execution.Execution.Pass;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.model.MemoryModel;
import vacate.story.Story;

/**
 * Graphs of any form: two to four threads, many edges at one event or few, orders that are kept and
 * not. No model need have such an execution.
 */
final class RandomExecution {
  private final Random random;
  private final List<List<Event>> events = new ArrayList<>();
  private final List<Event> order = new ArrayList<>();

  private RandomExecution(long seed) {
    random = new Random(seed);
    int actors = 2 + random.nextInt(3);
    for (int a = 0; a < actors; a++) {
      List<Event> actor = new ArrayList<>();
      for (int i = random.nextInt(7); i >= 0; i--) {
        actor.add(event(a, actor.size()));
      }
      events.add(actor);
      order.addAll(actor);
    }
  }

  private static Event event(int actor, int index) {
    return new Event(
        actor,
        index,
        Kind.WRITE,
        Mode.PLAIN,
        new Location.Field(new Value.Instance("State", -1, 1), "x"),
        null,
        new Value.Primitive(index),
        List.of());
  }

  static Story of(long seed) {
    return new RandomExecution(seed).story();
  }

  /** Threads take turns, and a few of their events are late. */
  private List<Event> arranged() {
    double lateness = random.nextInt(3) == 0 ? 0.2 : 0;
    double[] at = new double[events.size()];
    record Timed(Event event, double time) {}
    List<Timed> timed = new ArrayList<>();
    for (Event e : order) {
      at[e.actor()] += random.nextDouble();
      timed.add(new Timed(e, at[e.actor()] + (random.nextDouble() < lateness ? 3 : 0)));
    }
    return timed.stream()
        .sorted(Comparator.comparingDouble(Timed::time))
        .map(Timed::event)
        .toList();
  }

  private Story story() {
    List<Event> arranged = arranged();
    List<Pass> passes = new ArrayList<>();
    List<List<Edge>> edges = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    double density = random.nextDouble() * 0.5;
    for (int i = 0; i < arranged.size(); i++) {
      for (int j = i + 1; j < arranged.size(); j++) {
        Event first = arranged.get(i);
        Event second = arranged.get(j);
        if (first.actor() == second.actor()) {
          if (first.index() > second.index()) {
            passes.add(new Pass(second, first, true));
          }
        } else {
          for (List<Edge> relation : edges) {
            if (random.nextDouble() < density / 2) {
              relation.add(new Edge(first, second));
            }
          }
        }
      }
    }
    Execution execution =
        new Execution(
            events.stream().map(actor -> "thread" + actor.get(0).actor()).toList(),
            events,
            edges.get(0),
            edges.get(1),
            edges.get(2),
            arranged,
            passes,
            0,
            "");
    Witness witness = new Witness("", execution);
    return new Story("Random", MemoryModel.JMM, witness, null, List.of(), List.of());
  }
}
