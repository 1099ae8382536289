// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.cases.Witnessed;
import vacate.explorer.execution.Execution;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Executions;
import vacate.explorer.search.Search;
import vacate.explorer.search.Wait;

/** Of all executions of an outcome the witness is the one that is told with least ado. */
class SmallestWitnessTest {
  private static final ClassLoader LOADER = SmallestWitnessTest.class.getClassLoader();

  /** Orders every execution to its end, and keeps the least of each outcome. */
  private static final class Least implements Executions {
    final Map<String, String> costs = new TreeMap<>();
    final MemoryModel model;

    Least(MemoryModel model) {
      this.model = model;
    }

    @Override
    public void complete(Graph graph, Object outcome) {
      Linearization order = new Linearization(model);
      assertThat(order.arrange(graph, Long.MAX_VALUE)).isTrue();
      String cost = cost(order.unexplained(), order.departures(), order.switches());
      costs.merge(outcome.toString(), cost, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    @Override
    public void blocked(Graph graph, Wait wait) {}

    @Override
    public void bounded(String why) {}

    @Override
    public void restart() {
      costs.clear();
    }
  }

  private static int unexplained(Execution g) {
    return (int) g.passes().stream().filter(pass -> !pass.explained()).count();
  }

  private static String cost(int unexplained, int departures, int switches) {
    return String.format(
        "%03d of %03d departures unexplained, %03d switches", unexplained, departures, switches);
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void noExecutionHasFewerDeparturesOrThenFewerSwitches(MemoryModel model) {
    StressTest test = new TestReader(LOADER).read(Witnessed.Crowded.class.getName()).orElseThrow();
    WovenTest program = new WovenTest(test, LOADER, Bounds.DEFAULT.loop());
    Least least = new Least(model);
    new Search(program.tape(), model.axioms(), least).run();

    Map<String, String> found = new TreeMap<>();
    for (Outcome o : Explorer.explore(Witnessed.Crowded.class, model).outcomes()) {
      Execution g = o.witness().execution();
      found.put(o.id(), cost(unexplained(g), g.passes().size(), g.switches()));
    }
    assertThat(found).isEqualTo(least.costs);
  }
}
