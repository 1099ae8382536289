// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;

/**
 * How long each cell of {@link Port} takes once the JVM is warm: weaving included, model by model;
 * and in one pass for all models, in a world. Rounds in turn. Tells a row for each: scenario,
 * revision, model or {@code all}, executions, blocked, then milliseconds.
 */
final class WarmCells {
  static final String ALL = "all";

  private static final int WARM_UP = 2;
  private static final int ROUNDS = 3;

  private WarmCells() {}

  private record Cell(Port scenario, String revision, String model) {}

  public static void main(String[] arguments) {
    World world = new World(Exploring.LOADER);
    Map<Cell, List<Double>> millis = new LinkedHashMap<>();
    Map<Cell, Result> results = new LinkedHashMap<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      if (round == WARM_UP) {
        millis.clear();
      }
      for (Port scenario : Port.values()) {
        for (Class<?> type : new Class<?>[] {scenario.posted, scenario.corrected}) {
          for (MemoryModel model : MemoryModel.values()) {
            long begin = System.nanoTime();
            Result result = Explorer.explore(type, model);
            Cell cell = new Cell(scenario, type.getSimpleName(), model.toString());
            note(millis, cell, begin);
            results.put(cell, result);
          }
          long begin = System.nanoTime();
          world.explore(
              Exploring.test(type),
              EnumSet.allOf(MemoryModel.class),
              Exploring.settings(Long.MAX_VALUE));
          note(millis, new Cell(scenario, type.getSimpleName(), ALL), begin);
        }
      }
    }
    millis.forEach(
        (cell, values) -> {
          Result result = results.get(cell);
          Exploring.tell(
              cell.scenario,
              cell.revision,
              cell.model,
              result == null ? 0 : result.executions(),
              result == null ? 0 : result.blocked(),
              new Samples(values).median());
        });
  }

  private static void note(Map<Cell, List<Double>> millis, Cell cell, long begin) {
    millis.computeIfAbsent(cell, c -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
  }
}
