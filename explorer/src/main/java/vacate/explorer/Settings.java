// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.Set;
import vacate.explorer.search.Reduction;

/**
 * How an exploration is done. But for the bounds none of it changes a result, nor its order.
 *
 * @param bounds where it gives up
 * @param workers how many threads search, once it turns out to be long; one alone where the number
 *     of executions is bounded, as the order decides then what is found
 * @param reductions what the search leaves out because it cannot matter
 */
public record Settings(Bounds bounds, int workers, Set<Reduction> reductions) {
  /** One thread, and no bounds but those of loops. */
  public static final Settings DEFAULT = of(Bounds.DEFAULT);

  public Settings {
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
    reductions = Set.copyOf(reductions);
  }

  /** One thread. */
  public static Settings of(Bounds bounds) {
    return new Settings(bounds, 1, Reduction.ALL);
  }

  /** The same with so many threads. */
  public Settings workers(int number) {
    return new Settings(bounds, number, reductions);
  }

  /** The same with no reductions but these. */
  public Settings reducing(Set<Reduction> by) {
    return new Settings(bounds, workers, by);
  }
}
