// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.work.Parallel;

/**
 * Tests under models, several at once. One that fails, or that is stopped, takes nothing of the
 * others with it: it is NOT RUN.
 */
final class Explorations {
  private final BiFunction<StressTest, MemoryModel, Result> explorer;
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;
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
    List<Callable<Result>> work = new ArrayList<>();
    for (StressTest test : tests) {
      for (MemoryModel model : models) {
        work.add(() -> one(test, model));
      }
    }
    return Parallel.all(
        work,
        jobs,
        result -> {
          if (!isStopped(result)) {
            each.accept(result);
          }
        });
  }

  /** Leaves what is at work, and begins no other; from any thread. */
  void stop() {
    stopped = true;
    workers.forEach(Thread::interrupt);
  }

  /** Whether some were left, or not begun. */
  boolean isStopped() {
    return stopped;
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
    workers.add(Thread.currentThread());
    if (stopped) {
      return Result.notRun(test.name(), model, Job.INTERRUPTED);
    }
    try {
      Result result = explorer.apply(test, model);
      return stopped && isEmpty(result)
          ? Result.notRun(test.name(), model, Job.INTERRUPTED)
          : result;
    } catch (RuntimeException | Error e) {
      if (stopped) {
        return Result.notRun(test.name(), model, Job.INTERRUPTED);
      }
      failed = true;
      return Result.notRun(test.name(), model, Fault.tell(test.name() + " under " + model.id(), e));
    } finally {
      workers.remove(Thread.currentThread());
    }
  }

  /** Whether it was stopped before it had visited anything. */
  private static boolean isEmpty(Result result) {
    return result.verdict() == Verdict.BOUNDED && result.executions() + result.blocked() == 0;
  }
}
