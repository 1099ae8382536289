// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.LinkedHashMap;
import java.util.Map;
import vacate.explorer.graph.Graph;
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

  private final Linearization order = new Linearization();
  private final Map<Object, Found> found = new LinkedHashMap<>();
  private final Map<Object, Found> earlier = new LinkedHashMap<>();

  /** One outcome often comes many times in a row. */
  private Object lastOutcome;

  private Found last;

  void count(Graph graph, Object outcome) {
    if (outcome != lastOutcome) {
      last = found.computeIfAbsent(outcome, o -> new Found());
      lastOutcome = outcome;
    }
    last.executions++;
    if (last.cost > Linearization.leastCost(graph) && order.arrange(graph, last.cost)) {
      last.cost = order.cost();
      last.smallest = Decisions.of(graph);
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
}
