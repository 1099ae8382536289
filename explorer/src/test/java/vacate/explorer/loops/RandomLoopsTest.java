// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;

/** More with {@code -Dvacate.loops=N}, from another seed with {@code -Dvacate.loops.seed=S}. */
class RandomLoopsTest {
  private static final int PROGRAMS = Integer.getInteger("vacate.loops", 60);
  private static final long SEED = Long.getLong("vacate.loops.seed", 20070618);

  /** A loop that goes round twice runs its turn three times. */
  private static final int ROUNDS = 2;

  @Test
  void loopsHaveTheOutcomesOfTheirUnrolledTurns(@TempDir Path folder) throws Exception {
    CompiledPairs pairs = new CompiledPairs(ROUNDS + 1);
    for (int i = 0; i < PROGRAMS; i++) {
      pairs.add(i, SEED + i);
    }
    int waited = 0;
    try (URLClassLoader classes = pairs.compile(folder)) {
      for (int i = 0; i < PROGRAMS; i++) {
        for (MemoryModel model : MemoryModel.values()) {
          Result looping = explore(classes, "L" + i, model);
          Result unrolled = explore(classes, "U" + i, model);
          assertThat(outcomes(looping))
              .as("%s, seed %d: %s", model, SEED + i, pairs.text(i))
              .isEqualTo(outcomes(unrolled));
          waited += looping.executions() < unrolled.executions() ? 1 : 0;
        }
      }
    }
    // or else nothing was taken for a wait, and the comparison has shown nothing
    assertThat(waited).isGreaterThan(PROGRAMS);
  }

  private static Result explore(ClassLoader classes, String name, MemoryModel model)
      throws ClassNotFoundException {
    Bounds bounds = new Bounds(ROUNDS, Long.MAX_VALUE);
    return Explorer.explore(classes.loadClass(name), model, bounds);
  }

  /** Without those of actors that gave up, and without waits for ever. */
  private static Set<String> outcomes(Result result) {
    Set<String> outcomes = new TreeSet<>(result.outcomeIds());
    outcomes.removeIf(o -> o.contains("99") || o.equals("deadlock"));
    return outcomes;
  }
}
