// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Fib;
import vacate.explorer.cases.Witnessed;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Reduction;

/** How a test is explored changes neither what is found nor its order. */
class SettingsTest {
  private static final Set<String> WAITING = Set.of("deadlock", "STALE");

  private static final Set<MemoryModel> ALL = EnumSet.allOf(MemoryModel.class);
  private static final Bounds BOUNDS = new Bounds(5, 400);

  private static Map<MemoryModel, Result> explore(
      StressTest test, TestSuite suite, Set<MemoryModel> models, Settings settings) {
    return Explorer.explore(test, suite.loader(), models, settings, Progress.NONE);
  }

  /**
   * All that is said of a test but the time that it took, and which of several locations a loop
   * waits for: one that is not shared is no event, and not named.
   */
  private static String said(Result r) {
    return found(r) + "\nblocked " + r.blocked();
  }

  /**
   * The same, but for executions in which a thread waits that need not. Deadlocks, and an actor
   * that does not end, are among those: of several in which the same threads wait one is enough.
   *
   * <p>Not in which order, nor how often where a test starts threads itself: an execution in which
   * such a thread could go on, but the actors are over, is one of its own, and has the outcome of
   * those in which it does. Where waits come late most of these are not visited.
   */
  private static String found(Result r) {
    boolean starts =
        r.test()
            .matches(
                ".*(StartedThreads|SetupGoesOn|NamedThreads|ThreadsSaidOf|ForkedTasks|Timers|UnitJoins).*"
                    + "|.*StartsThread");
    StringBuilder text = new StringBuilder();
    text.append(r.verdict()).append(' ').append(r.reason()).append(' ').append(r.assumes() == null);
    text.append(' ').append(starts ? "" : r.executions());
    r.outcomes().stream()
        .map(
            o ->
                "\n"
                    + o.id()
                    + " "
                    + (starts || WAITING.contains(o.id()) ? o.isImpossible() : o.executions()))
        .sorted()
        .forEach(text::append);
    return text.toString();
  }

  private interface Case {
    void explore(StressTest test, TestSuite suite);
  }

  private static void forEachCase(Case each) throws Exception {
    try (TestSuite suite = Cases.suite()) {
      for (StressTest test : Cases.of(suite)) {
        each.explore(test, suite);
      }
    }
  }

  private static boolean isCutOff(Result r) {
    return r.verdict() == Verdict.BOUNDED
        || r.reason() != null && r.reason().startsWith("stopped early");
  }

  /** What is cut off at a number of executions depends on their order, which may differ. */
  private static void compare(
      StressTest test,
      Map<MemoryModel, Result> ones,
      Map<MemoryModel, Result> others,
      Function<Result, String> said,
      List<String> differing) {
    for (MemoryModel model : ALL) {
      String one = said.apply(ones.get(model));
      String other = said.apply(others.get(model));
      if (!isCutOff(ones.get(model)) && !one.equals(other)) {
        differing.add(test.name() + " under " + model + ": " + one + "\nand\n" + other);
      }
    }
  }

  /** The two comparisons share the run as it is by default: there are many cases. */
  @Test
  void noCaseSaysAnythingElseWithoutReductionsNorWithAPassForEachModel() throws Exception {
    List<String> differing = new ArrayList<>();
    forEachCase(
        (test, suite) -> {
          Map<MemoryModel, Result> usual = explore(test, suite, ALL, Settings.of(BOUNDS));
          Settings plain = Settings.of(BOUNDS).reducing(Reduction.NONE);
          Map<MemoryModel, Result> all = explore(test, suite, ALL, plain);
          compare(test, all, usual, SettingsTest::found, differing);

          Map<MemoryModel, Result> alone = new EnumMap<>(MemoryModel.class);
          for (MemoryModel model : ALL) {
            alone.putAll(explore(test, suite, Set.of(model), Settings.of(BOUNDS)));
          }
          compare(test, alone, usual, SettingsTest::said, differing);
        });
    assertThat(differing).isEmpty();
  }

  /** One has many executions of one outcome, the other sixteen outcomes. */
  @ParameterizedTest
  @ValueSource(classes = {Fib.class, Witnessed.Crowded.class})
  void severalWorkersFindTheSameInTheSameOrder(Class<?> type) throws Exception {
    Set<MemoryModel> models = type == Fib.class ? Set.of(MemoryModel.SC) : ALL;
    try (TestSuite suite = Cases.suite()) {
      StressTest test =
          suite.tests().stream()
              .filter(t -> t.name().equals(type.getCanonicalName()))
              .findFirst()
              .orElseThrow();
      Map<MemoryModel, Result> one = explore(test, suite, models, Settings.DEFAULT);
      Map<MemoryModel, Result> three = explore(test, suite, models, Settings.DEFAULT.workers(3));
      for (MemoryModel model : models) {
        assertThat(said(three.get(model))).isEqualTo(said(one.get(model)));
        assertThat(three.get(model).outcomes())
            .extracting(o -> o.isImpossible() ? null : o.witness().token())
            .isEqualTo(
                one.get(model).outcomes().stream()
                    .map(o -> o.isImpossible() ? null : o.witness().token())
                    .toList());
      }
    }
  }

  @Test
  void nobodyIsNoWorker() {
    assertThatThrownBy(() -> Settings.DEFAULT.workers(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
