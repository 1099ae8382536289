// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vacate.explorer.execution.Frame;
import vacate.explorer.graph.Graph;
import vacate.explorer.monitor.Observed;
import vacate.scene.Operation;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;
import vacate.scene.Scene;
import vacate.spec.Answer;
import vacate.spec.History;

/**
 * From when to when the operations of an execution are under way. Where it cannot be told apart
 * which of what one CPU does an event is of, each of that is under way all the time.
 */
final class Timing {
  /** The methods of the port that do what comes between: {@link KernelCall} spells them. */
  private static final String HANDLER = "handle";

  private static final String SWITCH = "switchProcess";
  private static final String SCENE = Scene.class.getName();

  /** Who does one thing after the other. */
  private record Actor(int cpu, List<Operation> does, List<Answer> answers, List<int[]> events) {}

  private final Graph g;
  private final Sequence sequence;
  private final Answers answers;
  private final List<Actor> actors = new ArrayList<>();

  /**
   * @param cpus which CPU each thread is
   */
  Timing(Observed execution, Scenario scenario, Answers answers, List<Integer> cpus) {
    g = execution.graph();
    sequence = new Sequence(g);
    this.answers = answers;
    for (Answers.OfCpu of : answers.cpus()) {
      int t = cpus.indexOf(of.cpu());
      if (of.main().size() == 1 && !scenario.intrusions().containsKey(of.cpu())) {
        List<int[]> all = new ArrayList<>();
        all.add(ends(execution, t));
        actors.add(new Actor(of.cpu(), scenario.cpus().get(of.cpu()), of.main(), all));
        continue;
      }
      List<int[]> main = new ArrayList<>();
      List<Kind> kinds = new ArrayList<>();
      List<int[]> between = new ArrayList<>();
      read(execution, t, main, kinds, between);
      List<Operation> does = scenario.cpus().get(of.cpu());
      boolean apart = kinds.equals(does.stream().map(Operation::kind).toList());
      actors.add(new Actor(of.cpu(), does, of.main(), apart ? main : whole(does.size(), main)));
      if (of.between() != null) {
        Operation operation = scenario.intrusions().get(of.cpu()).does();
        actors.add(
            new Actor(of.cpu(), List.of(operation), List.of(of.between()), whole(1, between)));
      }
    }
  }

  /** The first and the last event of the only operation of a thread; null if it has none. */
  private int[] ends(Observed execution, int thread) {
    int first = 0;
    int last = g.length(thread) - 1;
    while (first <= last && operation(execution.stack(g.event(thread, first))) == null) {
      first++;
    }
    while (last > first && operation(execution.stack(g.event(thread, last))) == null) {
      last--;
    }
    return first > last ? null : new int[] {g.event(thread, first), g.event(thread, last)};
  }

  /** The operation that runs in a stack; null for none. */
  private static Kind operation(List<Frame> stack) {
    for (Frame frame : stack) {
      if (frame.type().equals(SCENE)) {
        return kind(frame.method());
      }
    }
    return null;
  }

  /**
   * Finds the first and the last event of each operation in turn.
   *
   * @param kinds of which operations those in {@code main} are
   */
  private void read(
      Observed execution, int thread, List<int[]> main, List<Kind> kinds, List<int[]> between) {
    for (int i = 0; i < g.length(thread); i++) {
      int event = g.event(thread, i);
      List<Frame> stack = execution.stack(event);
      boolean isBetween =
          stack.stream()
              .map(Frame::method)
              .anyMatch(method -> method.equals(HANDLER) || method.equals(SWITCH));
      Kind kind = operation(stack);
      if (isBetween) {
        extend(between, event, between.isEmpty());
      } else if (kind != null) {
        boolean isNext = kinds.isEmpty() || kinds.get(kinds.size() - 1) != kind;
        extend(main, event, isNext);
        if (isNext) {
          kinds.add(kind);
        }
      }
    }
  }

  private static void extend(List<int[]> spans, int event, boolean begins) {
    if (begins) {
      spans.add(new int[] {event, event});
    } else {
      spans.get(spans.size() - 1)[1] = event;
    }
  }

  private static Kind kind(String method) {
    for (Kind kind : Kind.values()) {
      if (kind.toString().equals(method)) {
        return kind;
      }
    }
    return null;
  }

  /** Each is under way all the time; null for always. */
  private static List<int[]> whole(int operations, List<int[]> spans) {
    int[] all =
        spans.isEmpty() ? null : new int[] {spans.get(0)[0], spans.get(spans.size() - 1)[1]};
    List<int[]> each = new ArrayList<>();
    for (int i = 0; i < operations; i++) {
      each.add(all);
    }
    return each;
  }

  /**
   * As it may be told: in several ways if one order can tell it, else in that of {@link #known}.
   */
  List<History> histories() {
    return sequence.isOne()
        ? orders(g.threads()).stream().map(sequence::told).map(this::history).toList()
        : List.of(history(this::known));
  }

  private static List<List<Integer>> orders(int threads) {
    List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
    for (int t = 0; t < threads; t++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> order : orders) {
        for (int at = 0; at <= order.size(); at++) {
          List<Integer> more = new ArrayList<>(order);
          more.add(at, t);
          longer.add(more);
        }
      }
      orders = longer;
    }
    return orders;
  }

  private History history(int[] when) {
    return history((earlier, event) -> when[earlier] < when[event]);
  }

  /** Whether an event is before another that may know of it. */
  private boolean known(int earlier, int event) {
    return sequence.before(earlier, event);
  }

  private History history(Earlier earlier) {
    List<History.Event> events = new ArrayList<>();
    for (int a = 0; a < actors.size(); a++) {
      Actor actor = actors.get(a);
      for (int i = 0; i < actor.does.size(); i++) {
        int[] span = actor.events.get(i);
        List<Integer> doneBefore = new ArrayList<>();
        for (Actor other : actors) {
          doneBefore.add(span == null ? 0 : over(other, earlier, span[0]));
        }
        events.add(
            new History.Event(
                a, i, actor.cpu, actor.does.get(i), actor.answers.get(i), doneBefore));
      }
    }
    return new History(events, new History.Ending(answers.slab(), OptionalInt.empty()));
  }

  /** How many operations of an actor are over when an event takes place. */
  private static int over(Actor actor, Earlier earlier, int event) {
    int over = 0;
    for (int[] span : actor.events) {
      if (span == null || !earlier.than(span[1], event)) {
        break;
      }
      over++;
    }
    return over;
  }

  /** Whether an event is before another. */
  @FunctionalInterface
  private interface Earlier {
    boolean than(int earlier, int event);
  }
}
