// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.work.Parallel;
import vacate.work.Stoppable;

/**
 * Tests under models, several at once. One that fails, or that is stopped, takes nothing of the
 * others with it: it is NOT RUN.
 */
final class Explorations {
  private final BiFunction<StressTest, Set<MemoryModel>, Map<MemoryModel, Result>> explorer;
  private final Stoppable work = new Stoppable();
  private volatile boolean failed;

  /**
   * @param explorer explores one test under all models; if it is interrupted it ends early, or by
   *     an exception if it knows nothing yet
   */
  Explorations(BiFunction<StressTest, Set<MemoryModel>, Map<MemoryModel, Result>> explorer) {
    this.explorer = explorer;
  }

  /**
   * Explores each test under each model.
   *
   * @param each is told every result as soon as it is there, but for what was stopped
   * @return all in their order, also those that were stopped
   */
  List<Result> run(
      List<StressTest> tests, List<MemoryModel> models, int jobs, Consumer<Result> each) {
    List<Callable<List<Result>>> all = new ArrayList<>();
    for (StressTest test : tests) {
      all.add(() -> one(test, models));
    }
    return Parallel.all(
            all, jobs, results -> results.stream().filter(r -> !isStopped(r)).forEach(each))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Leaves what is at work, and begins no other; from any thread. */
  void stop() {
    work.stop();
  }

  /** Whether some were left, or not begun. */
  boolean isStopped() {
    return work.isStopped();
  }

  /** Whether the explorer itself failed in one. */
  boolean hasFailed() {
    return failed;
  }

  /** Whether that is all that is known of the test. */
  static boolean isStopped(Result result) {
    return Job.INTERRUPTED.equals(result.reason());
  }

  /** In the order of the models. */
  private List<Result> one(StressTest test, List<MemoryModel> models) {
    try {
      Map<MemoryModel, Result> known =
          work.run(() -> explorer.apply(test, EnumSet.copyOf(models))).orElse(Map.of());
      return models.stream()
          .map(model -> known.getOrDefault(model, interrupted(test, model)))
          .map(r -> work.isStopped() && isEmpty(r) ? interrupted(test, r.model()) : r)
          .toList();
    } catch (RuntimeException | Error e) {
      failed = true;
      String reason = InternalFault.tell(test.name(), e);
      return models.stream().map(m -> Result.notRun(test.name(), m, reason)).toList();
    }
  }

  private static Result interrupted(StressTest test, MemoryModel model) {
    return Result.notRun(test.name(), model, Job.INTERRUPTED);
  }

  /** Whether it was stopped before it had visited anything. */
  private static boolean isEmpty(Result result) {
    return result.verdict() == Verdict.BOUNDED && result.executions() + result.blocked() == 0;
  }
}
