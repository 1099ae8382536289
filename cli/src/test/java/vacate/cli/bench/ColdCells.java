// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;

/**
 * All verdicts of {@link Port} in a JVM that knows nothing yet, by {@link Explorer} cell by cell
 * or, with the argument {@code world}, in one world and one pass for all models. Says how many
 * there are.
 */
final class ColdCells {
  private ColdCells() {}

  public static void main(String[] arguments) {
    Set<MemoryModel> all = EnumSet.allOf(MemoryModel.class);
    World world = arguments[0].equals("world") ? new World(Exploring.LOADER) : null;
    int verdicts = 0;
    for (Port scenario : Port.values()) {
      for (Class<?> type : new Class<?>[] {scenario.posted, scenario.corrected}) {
        if (world == null) {
          for (MemoryModel model : all) {
            verdicts += verdict(Explorer.explore(type, model));
          }
        } else {
          Map<MemoryModel, Result> results =
              world.explore(Exploring.test(type), all, Exploring.settings(Long.MAX_VALUE));
          for (Result result : results.values()) {
            verdicts += verdict(result);
          }
        }
      }
    }
    Exploring.tell(verdicts);
  }

  private static int verdict(Result result) {
    return result.verdict() == Verdict.PROVED || result.verdict() == Verdict.REFUTED ? 1 : 0;
  }
}
