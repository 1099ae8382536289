// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.explorer.Deadline;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Strict;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** A class with {@code @JCStressTest}, as the explorer takes it. */
final class TestedClass {
  /** What a result says of a test that was not begun. */
  static final String NO_TIME = "not begun: the time for the run is over";

  private final ClassLoader loader;
  private final StressTest test;

  /**
   * Reads its annotations.
   *
   * @param loader finds its classes
   * @throws IllegalArgumentException if it is no such class
   */
  TestedClass(Class<?> type, ClassLoader loader) {
    this.loader = loader;
    test =
        new TestReader(loader)
            .read(type.getName())
            .orElseThrow(
                () -> new IllegalArgumentException(type.getName() + " is no @JCStressTest"));
  }

  /** The one that has found a class, or would have found it if it is none of the JDK's. */
  static ClassLoader loader(Class<?> type) {
    ClassLoader own = type.getClassLoader();
    return own == null ? ClassLoader.getSystemClassLoader() : own;
  }

  /** What is known of it under each of the models. */
  Map<MemoryModel, Result> explore(Set<MemoryModel> models, ExplorationTerms terms, Deadline run) {
    if (run.isPast()) {
      return models.stream()
          .collect(
              Collectors.toMap(
                  model -> model, model -> Result.notRun(test.name(), model, NO_TIME)));
    }
    Map<MemoryModel, Result> results =
        Explorer.explore(test, loader, models, terms.settings(run), Progress.NONE);
    if (terms.strict()) {
      results.replaceAll((model, result) -> Strict.read(result));
    }
    return results;
  }

  /** See {@link Explorer#replay}. */
  Witness replay(MemoryModel model, String token) {
    return Explorer.replay(test, loader, model, token);
  }
}
