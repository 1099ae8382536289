// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Decisions;

/** The outcomes that a search has come to, how often, and which execution of each is shown. */
final class OutcomeTally {
  /** One outcome. */
  static final class Found {
    private long executions;
    private long cost = Long.MAX_VALUE;
    private int[][] smallest;

    long executions() {
      return executions;
    }

    /** The choices of the execution that is shown, as of {@link Decisions}. */
    int[][] smallest() {
      return smallest;
    }
  }

  private final Linearization order;
  private final Map<Object, Found> found = new LinkedHashMap<>();
  private final Map<Object, Found> earlier = new LinkedHashMap<>();

  /** One outcome often comes many times in a row. */
  private Object lastOutcome;

  private Found last;

  /** Whether what was counted last is the one that is shown. */
  private boolean improved;

  OutcomeTally(MemoryModel model) {
    order = new Linearization(model);
  }

  void count(Graph graph, Object outcome) {
    count(outcome);
    improved = false;
    show(graph);
  }

  /**
   * Counts the mirror image of the execution that was counted last. It is no better to show than
   * that; if that was not the best of its outcome, and there is one for this outcome, so be it.
   */
  void countImage(Supplier<Graph> image, Object outcome) {
    count(outcome);
    if (improved || last.smallest == null) {
      show(image.get());
    }
  }

  private void count(Object outcome) {
    if (outcome != lastOutcome) {
      last = found.computeIfAbsent(outcome, o -> new Found());
      lastOutcome = outcome;
    }
    last.executions++;
  }

  private void show(Graph graph) {
    if (last.cost > Linearization.leastCost(graph) && order.arrange(graph, last.cost)) {
      last.cost = order.cost();
      last.smallest = Decisions.of(graph);
      improved = true;
    }
  }

  /** Counts what another has, of executions that come later. */
  void add(OutcomeTally later) {
    later.found.forEach(
        (outcome, more) -> {
          Found mine = found.computeIfAbsent(outcome, o -> new Found());
          mine.executions += more.executions;
          if (more.cost < mine.cost) {
            mine.cost = more.cost;
            mine.smallest = more.smallest;
          }
        });
  }

  /** Forgets what was counted, but not what is set aside. */
  void clear() {
    found.clear();
    last = null;
    lastOutcome = null;
  }

  /** Another search begins, which may come to less. */
  void setAside() {
    found.forEach(earlier::putIfAbsent);
  }

  /** Counts what was set aside and has not come again. */
  void recall() {
    earlier.forEach(found::putIfAbsent);
  }

  /** In the order in which they were found. */
  Map<Object, Found> found() {
    return found;
  }

  // ---- how far it is

  void save(Lines state) {
    save(state, found);
    save(state, earlier);
  }

  private static void save(Lines state, Map<Object, Found> outcomes) {
    state.put("outcomes", outcomes.size());
    outcomes.forEach(
        (outcome, f) -> {
          List<Object> words =
              new ArrayList<>(List.of(f.executions, f.cost, Choices.text(f.smallest)));
          words.addAll(OutcomeWords.of(outcome));
          state.put("outcome", words.toArray());
        });
  }

  void restore(Lines state) {
    restore(state, found);
    restore(state, earlier);
  }

  private static void restore(Lines state, Map<Object, Found> outcomes) {
    for (long left = state.take("outcomes", 1).number(0); left > 0; left--) {
      Lines.Words kept = state.take("outcome", 4);
      Found f = new Found();
      f.executions = kept.number(0);
      f.cost = kept.number(1);
      f.smallest = Choices.parse(kept.text(2));
      outcomes.put(OutcomeWords.outcome(kept.all().subList(3, kept.all().size())), f);
    }
  }
}
