// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.work.Parallel;
import vacate.work.Stoppable;

/**
 * Tests under models, several at once. One that fails, or that is stopped, takes nothing of the
 * others with it: it is NOT RUN, as is one that is not begun in time.
 *
 * @param <T> what is a test here
 */
final class Explorations<T> {
  /** Why there is no verdict where the time for the run was over before. */
  static final String NO_TIME = "not begun: the time for the run is over";

  private final BiFunction<T, Set<MemoryModel>, Map<MemoryModel, Result>> explorer;
  private final Function<T, String> name;
  private final BooleanSupplier isOver;
  private final Stoppable work = new Stoppable();
  private volatile boolean failed;

  /**
   * @param name of a test
   * @param explorer explores one test under all models; if it is interrupted it ends early, or by
   *     an exception if it knows nothing yet
   * @param isOver whether no other is begun any more
   */
  Explorations(
      Function<T, String> name,
      BiFunction<T, Set<MemoryModel>, Map<MemoryModel, Result>> explorer,
      BooleanSupplier isOver) {
    this.name = name;
    this.explorer = explorer;
    this.isOver = isOver;
  }

  /**
   * Explores each test under each model.
   *
   * @param each is told every result as soon as it is there, but for what was stopped or not begun
   * @return all in their order, also those that were stopped or not begun
   */
  List<Result> run(List<T> tests, List<MemoryModel> models, int jobs, Consumer<Result> each) {
    List<Callable<List<Result>>> all = new ArrayList<>();
    for (T test : tests) {
      all.add(() -> one(test, models));
    }
    return Parallel.all(
            all, jobs, results -> results.stream().filter(r -> isJudged(r)).forEach(each))
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

  /** Whether more is known of the test than that it was stopped, or not begun in time. */
  static boolean isJudged(Result result) {
    return !isStopped(result) && !isWithoutTime(result);
  }

  /** Whether that is all that is known of the test. */
  static boolean isStopped(Result result) {
    return Job.INTERRUPTED.equals(result.reason());
  }

  /** Whether the test was not begun in time. */
  static boolean isWithoutTime(Result result) {
    return NO_TIME.equals(result.reason());
  }

  /** In the order of the models. */
  private List<Result> one(T test, List<MemoryModel> models) {
    try {
      if (isOver.getAsBoolean() && !work.isStopped()) {
        return models.stream().map(m -> Result.notRun(name.apply(test), m, NO_TIME)).toList();
      }
      Map<MemoryModel, Result> known =
          work.run(() -> explorer.apply(test, EnumSet.copyOf(models))).orElse(Map.of());
      return models.stream()
          .map(model -> known.getOrDefault(model, interrupted(test, model)))
          .map(r -> work.isStopped() && isEmpty(r) ? interrupted(test, r.model()) : r)
          .toList();
    } catch (RuntimeException | Error e) {
      failed = true;
      String reason = InternalFault.tell(name.apply(test), e);
      return models.stream().map(m -> Result.notRun(name.apply(test), m, reason)).toList();
    }
  }

  private Result interrupted(T test, MemoryModel model) {
    return Result.notRun(name.apply(test), model, Job.INTERRUPTED);
  }

  /** Whether it was stopped before it had visited anything. */
  private static boolean isEmpty(Result result) {
    return result.verdict() == Verdict.BOUNDED && result.executions() + result.blocked() == 0;
  }
}
