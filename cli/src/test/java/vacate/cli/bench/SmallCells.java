// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.explorer.Result;
import vacate.explorer.World;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;

/**
 * What an exploration of some ten executions costs in a warm {@link World}, rounds in turn. Tells a
 * row for each: scenario, executions, blocked, milliseconds at best and in the median under jmm,
 * then for all models in one pass.
 */
final class SmallCells {
  private static final int WARM_UP = 150;
  private static final int ROUNDS = 150;
  private static final List<Port> SMALL =
      List.of(Port.ALLOC_ALLOC, Port.FREE_FREE, Port.ALLOC_VACATE, Port.ALLOC_FREE);

  private SmallCells() {}

  public static void main(String[] arguments) {
    World world = new World(Exploring.LOADER);
    List<Set<MemoryModel>> models =
        List.of(Set.of(MemoryModel.JMM), EnumSet.allOf(MemoryModel.class));
    Map<Port, List<List<Double>>> millis = new LinkedHashMap<>();
    Map<Port, Result> results = new LinkedHashMap<>();
    for (Port scenario : SMALL) {
      millis.put(scenario, List.of(new ArrayList<>(), new ArrayList<>()));
    }
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (Port scenario : SMALL) {
        StressTest test = Exploring.test(scenario.corrected);
        for (int m = 0; m < models.size(); m++) {
          long begin = System.nanoTime();
          Map<MemoryModel, Result> result =
              world.explore(test, models.get(m), Exploring.settings(Long.MAX_VALUE));
          if (round >= WARM_UP) {
            millis.get(scenario).get(m).add((System.nanoTime() - begin) / 1e6);
          }
          results.put(scenario, result.get(MemoryModel.JMM));
        }
      }
    }
    if (world.renewals() != 1) {
      throw new IllegalStateException("classes were given up: " + world.spent());
    }
    millis.forEach(
        (scenario, values) -> {
          Samples jmm = new Samples(values.get(0));
          Samples all = new Samples(values.get(1));
          Result result = results.get(scenario);
          Exploring.tell(
              scenario,
              result.executions(),
              result.blocked(),
              jmm.least(),
              jmm.median(),
              all.least(),
              all.median());
        });
  }
}
