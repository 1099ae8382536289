// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Settings;
import vacate.explorer.WrittenTime;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.Monitor;

/**
 * How a test is explored, and what becomes of it then.
 *
 * @param models in the order of their nodes
 * @param refutedUnder under which the test is meant to be refuted
 * @param maxTime for the test, under all models; null if there is no limit
 * @param strict whether an interesting outcome is a forbidden one
 * @param bounded what becomes of a test that was not exhausted
 * @param notRun what becomes of one that was not judged; never {@link Unproved#PASSED}
 */
record ExplorationTerms(
    List<MemoryModel> models,
    Set<MemoryModel> refutedUnder,
    Bounds bounds,
    Duration maxTime,
    boolean strict,
    List<Monitor<?>> monitors,
    int workers,
    Unproved bounded,
    Unproved notRun) {
  /** Under the Java memory model, for as long as it takes, on all processors. */
  static final ExplorationTerms DEFAULT =
      new ExplorationTerms(
          List.of(MemoryModel.JMM),
          Set.of(),
          Bounds.DEFAULT,
          null,
          false,
          List.of(),
          Runtime.getRuntime().availableProcessors(),
          Unproved.ABORTED,
          Unproved.ABORTED);

  ExplorationTerms {
    models = List.copyOf(models);
    refutedUnder = Set.copyOf(refutedUnder);
    monitors = List.copyOf(monitors);
    if (notRun == Unproved.PASSED) {
      throw new IllegalArgumentException("what was not judged cannot pass");
    }
  }

  /**
   * The same with what the nearest {@link Exploring} of a class says otherwise.
   *
   * @throws IllegalArgumentException if it says what cannot be
   */
  ExplorationTerms of(Class<?> test) {
    Exploring own = nearest(test);
    if (own == null) {
      return this;
    }
    if (own.models().length > 0) {
      refuseUnasked(List.of(own.refutedUnder()), List.of(own.models()));
    }
    return new ExplorationTerms(
        modelsOf(test),
        own.refutedUnder().length == 0 ? Set.of() : EnumSet.copyOf(List.of(own.refutedUnder())),
        new Bounds(
            own.loopBound() == 0 ? bounds.loop() : own.loopBound(),
            own.maxExecutions() == 0 ? bounds.executions() : own.maxExecutions()),
        own.maxTime().isEmpty() ? maxTime : WrittenTime.parse(own.maxTime()),
        own.strict() || strict,
        monitors,
        workers,
        own.boundedIsEnough() ? Unproved.PASSED : bounded,
        notRun);
  }

  /**
   * Sees to it that what is said of a model is held against something.
   *
   * @throws IllegalArgumentException if one is not asked
   */
  private static void refuseUnasked(Collection<MemoryModel> said, Collection<MemoryModel> asked) {
    for (MemoryModel model : said) {
      if (!asked.contains(model)) {
        throw new IllegalArgumentException(
            "refutedUnder names "
                + model.name().toLowerCase(Locale.ROOT)
                + ", which is not among the models");
      }
    }
  }

  /** As {@link #refuseUnasked(Collection, Collection)}, of these terms. */
  void refuseUnasked() {
    refuseUnasked(refutedUnder, models);
  }

  /** The models of a class. */
  List<MemoryModel> modelsOf(Class<?> test) {
    Exploring own = nearest(test);
    return own == null || own.models().length == 0 ? models : List.of(own.models());
  }

  private static Exploring nearest(Class<?> test) {
    Exploring own = test.getAnnotation(Exploring.class);
    Class<?> around = test.getDeclaringClass();
    return own != null || around == null ? own : nearest(around);
  }

  /**
   * What the explorer is told, for an exploration that begins now.
   *
   * @param run by when all must be over
   */
  Settings settings(Deadline run) {
    Deadline test =
        maxTime == null
            ? Deadline.NONE
            : Deadline.in(maxTime, System::nanoTime, inSeconds(maxTime) + " for the test");
    return Settings.of(bounds).workers(workers).monitors(monitors).by(run.or(test));
  }

  static String inSeconds(Duration time) {
    return time.toSeconds() + " s";
  }

  /** The same within these bounds. */
  ExplorationTerms within(Bounds others) {
    return new ExplorationTerms(
        models, refutedUnder, others, maxTime, strict, monitors, workers, bounded, notRun);
  }

  /** The same in so long. */
  ExplorationTerms in(Duration time) {
    return new ExplorationTerms(
        models, refutedUnder, bounds, time, strict, monitors, workers, bounded, notRun);
  }

  /** The same, where an interesting outcome is a forbidden one. */
  ExplorationTerms strictly() {
    return new ExplorationTerms(
        models, refutedUnder, bounds, maxTime, true, monitors, workers, bounded, notRun);
  }
}
