// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
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
  private final BiFunction<StressTest, MemoryModel, Result> explorer;
  private final Stoppable work = new Stoppable();
  private volatile boolean failed;

  /**
   * @param explorer explores one test under one model; if it is interrupted it ends early, or by an
   *     exception if it knows nothing yet
   */
  Explorations(BiFunction<StressTest, MemoryModel, Result> explorer) {
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
    List<Callable<Result>> all = new ArrayList<>();
    for (StressTest test : tests) {
      for (MemoryModel model : models) {
        all.add(() -> one(test, model));
      }
    }
    return Parallel.all(
        all,
        jobs,
        result -> {
          if (!isStopped(result)) {
            each.accept(result);
          }
        });
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

  private Result one(StressTest test, MemoryModel model) {
    try {
      return work.run(() -> explorer.apply(test, model))
          .filter(result -> !work.isStopped() || !isEmpty(result))
          .orElseGet(() -> Result.notRun(test.name(), model, Job.INTERRUPTED));
    } catch (RuntimeException | Error e) {
      failed = true;
      return Result.notRun(
          test.name(), model, InternalFault.tell(test.name() + " under " + model.id(), e));
    }
  }

  /** Whether it was stopped before it had visited anything. */
  private static boolean isEmpty(Result result) {
    return result.verdict() == Verdict.BOUNDED && result.executions() + result.blocked() == 0;
  }
}
