// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import vacate.explorer.jcstress.Footing;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Modes;
import vacate.explorer.weave.JdkUse;

/**
 * Explores every execution that a memory model allows of a test with jcstress annotations.
 *
 * <pre>{@code
 * Result result = Explorer.explore(Dekker.class, MemoryModel.JMM);
 * assertThat(result.outcomeIds()).doesNotContain("0, 0");
 * }</pre>
 */
public final class Explorer {
  private Explorer() {}

  /**
   * Explores the test in a class, within {@link Bounds#DEFAULT}.
   *
   * @throws IllegalArgumentException if the class has no {@code @JCStressTest}
   */
  public static Result explore(Class<?> test, MemoryModel model) {
    return explore(test, model, Bounds.DEFAULT);
  }

  /**
   * Explores the test in a class.
   *
   * @throws IllegalArgumentException if the class has no {@code @JCStressTest}
   */
  public static Result explore(Class<?> test, MemoryModel model, Bounds bounds) {
    return explore(test, Set.of(model), Settings.of(bounds)).get(model);
  }

  /**
   * Explores the test in a class under some models, see {@link #explore(StressTest, ClassLoader,
   * Set, Settings, Progress)}.
   *
   * @throws IllegalArgumentException if the class has no {@code @JCStressTest}
   */
  public static Map<MemoryModel, Result> explore(
      Class<?> test, Set<MemoryModel> models, Settings settings) {
    ClassLoader own = test.getClassLoader();
    ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    StressTest description =
        new TestReader(loader)
            .read(test.getName())
            .orElseThrow(() -> new IllegalArgumentException(test + " is no @JCStressTest"));
    return explore(description, loader, models, settings, Progress.NONE);
  }

  /**
   * Explores a test whose classes {@code loader} finds. Never throws for what the test does.
   *
   * <p>A thread that is interrupted stops early: the result has what was found until then, its
   * reason says so, and the thread is still interrupted.
   *
   * @throws IllegalStateException if the explorer itself fails, or is interrupted while an actor
   *     runs that does not come to its next access
   */
  public static Result explore(
      StressTest test, ClassLoader loader, MemoryModel model, Bounds bounds) {
    return explore(test, loader, model, bounds, Progress.NONE);
  }

  /** Explores a test, and tells {@code progress} how far it is. */
  public static Result explore(
      StressTest test, ClassLoader loader, MemoryModel model, Bounds bounds, Progress progress) {
    return explore(test, loader, Set.of(model), Settings.of(bounds), progress).get(model);
  }

  /**
   * Explores a test under some models. That is one pass if each includes those that are stronger:
   * then every execution is one of the weakest, where it is asked which others allow it. What the
   * pass does not settle, because it meets what is not understood or gives up, each of the others
   * is asked on its own, until there is no more time.
   *
   * <p>A thread that is interrupted stops early, as does a deadline that passes.
   *
   * @param models at least one
   */
  public static Map<MemoryModel, Result> explore(
      StressTest test,
      ClassLoader loader,
      Set<MemoryModel> models,
      Settings settings,
      Progress progress) {
    return explore(test, loader, models, settings, progress, Modes.DECLARED);
  }

  /**
   * The same with other access modes.
   *
   * <p>What one thread keeps to itself of the JDK runs as it is, which costs nothing. Where that is
   * not enough, because threads share a collection, say, the test is explored with the JDK's
   * classes as code.
   */
  static Map<MemoryModel, Result> explore(
      StressTest test,
      ClassLoader loader,
      Set<MemoryModel> models,
      Settings settings,
      Progress progress,
      Modes modes) {
    return explore(
        test,
        models,
        (as, asked) ->
            PassResult.by(
                new Exploration(as, loader, asked, settings, progress, modes, Watch.NONE)));
  }

  /**
   * The same, however a test is explored. If it is not judged in any way, the reason is that of the
   * last way in which its actors ran, or else of the last: what only stops the way round something
   * tells less than what that was.
   *
   * @param exploring explores it in one pass under models each of which includes the stronger
   */
  static Map<MemoryModel, Result> explore(
      StressTest test,
      Set<MemoryModel> models,
      BiFunction<StressTest, Set<MemoryModel>, PassResult> exploring) {
    Map<MemoryModel, Result> results = new EnumMap<>(MemoryModel.class);
    Set<MemoryModel> left = EnumSet.copyOf(models);
    boolean ran = false;
    StressTest as = test;
    while (as != null && !left.isEmpty()) {
      StressTest now = as;
      boolean[] runs = {false};
      boolean[] asksForThreads = {false};
      Foreknowledge[] known = {now.footing().foreknown()};
      Function<Set<MemoryModel>, PassResult> pass =
          asked -> {
            PassResult one = exploring.apply(now, asked);
            runs[0] |= one.setUp() || one.cutShort();
            asksForThreads[0] |= one.asksForThreads();
            known[0] = known[0].plus(one.wanted());
            return one;
          };
      Map<MemoryModel, Result> found = explore(left, pass);
      if (!ran || runs[0]) {
        results.putAll(found);
      }
      ran |= runs[0];
      found.values().stream()
          .filter(r -> r.verdict() != Verdict.NOT_RUN || test.refusal() != null)
          .forEach(r -> left.remove(r.model()));
      Footing on = now.footing();
      if (!known[0].equals(on.foreknown())) {
        as = now.on(on.knowing(known[0]));
      } else {
        as = asksForThreads[0] ? now.on(on.with(on.starters().more())) : withMoreCode(now);
      }
    }
    return results;
  }

  private static Map<MemoryModel, Result> explore(
      Set<MemoryModel> models, Function<Set<MemoryModel>, PassResult> exploring) {
    Map<MemoryModel, Result> results = new EnumMap<>(MemoryModel.class);
    List<MemoryModel> left = MemoryModel.weakestFirst(models);
    if (MemoryModel.areOneInTheOther(left)) {
      PassResult pass = exploring.apply(models);
      results.putAll(pass.results());
      boolean settled = pass.settled() || Thread.currentThread().isInterrupted();
      left = settled ? List.of() : left.subList(1, left.size());
    }
    for (MemoryModel model : left) {
      PassResult alone = exploring.apply(Set.of(model));
      results.merge(
          model,
          alone.results().get(model),
          (pass, own) -> alone.cutShort() ? better(pass, own) : own);
    }
    return results;
  }

  /** With more of the JDK as code; null if there is no more. */
  private static StressTest withMoreCode(StressTest test) {
    JdkUse[] uses = JdkUse.values();
    int next = test.footing().jdk().ordinal() + 1;
    return next == uses.length ? null : test.on(test.footing().with(uses[next]));
  }

  /** Of two that were both stopped early: one that refutes, or else that which has seen more. */
  private static Result better(Result one, Result other) {
    return Stream.of(one, other)
        .max(
            Comparator.comparing((Result r) -> r.verdict() == Verdict.REFUTED)
                .thenComparing(r -> r.executions() + r.blocked()))
        .orElseThrow();
  }

  /**
   * Rebuilds the execution that a witness' token stands for.
   *
   * @throws IllegalArgumentException if the token is none, was made for another test or model, or
   *     the test has changed since
   */
  public static Witness replay(
      StressTest test, ClassLoader loader, MemoryModel model, String token) {
    return replay(test, loader, model, token, Modes.DECLARED);
  }

  static Witness replay(
      StressTest test, ClassLoader loader, MemoryModel model, String token, Modes modes) {
    return Inspection.toReplay(test, loader, modes, token).replay(model, token);
  }
}
