// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.interrupts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.execution.Event;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Reduction;

class InterruptsTest {
  private static final ClassLoader LOADER = Interrupted.class.getClassLoader();
  private static final Set<MemoryModel> ALL = EnumSet.allOf(MemoryModel.class);
  private static final Settings SETTINGS = Settings.of(Bounds.DEFAULT);
  private static final String NEVER = "99";

  /** What actors do to what; a mask is put around some of it. */
  private static final String[] STEPS = {
    "x0", "x1", "x2", "y0", "y1", "u0", "u1", "v0", "v1", "p0", "p3", "p4", "f1", "g1"
  };

  private final World world = new World(LOADER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p1p2p3       | p0 | 0 10 11 12 13
          p1m1p2p3m0p4 | p0 | 0 10 11 13 14
          p1m1p2p3     | p0 | 0 10 11
          m1p1         | p0 | 0 10
          x1x2         | x0 | 0 10 11 12
          u1u1         | u0 | 0 10 11 12
          v1y1         | v0 | 0 10 11
          """)
  void comesBetweenAnyTwoStepsAtWhichItIsNotMasked(String main, String handler, String seen) {
    Set<String> handled = new TreeSet<>();
    for (String outcome : outcomes(main, "", handler, Interrupted.AS_INTERRUPT).get(model())) {
      handled.add(outcome.substring(outcome.lastIndexOf(' ') + 1));
    }

    assertThat(handled).containsExactlyInAnyOrder(seen.split(" "));
  }

  @Test
  void whatItDoesIsSeenByWhomItInterrupts() {
    assertThat(outcomes("p1p0", "", "p2", Interrupted.AS_INTERRUPT).get(model()))
        .containsExactlyInAnyOrder("101, 1, 0", "101, 1, 10", "102, 1, 10");
  }

  @Test
  void placesBetweenWhichItCannotTellAreOne() {
    Result apart = explore("p1p2p0p1p2p0", "", "y0", Interrupted.AS_INTERRUPT, SETTINGS);

    assertThat(apart.executions()).isEqualTo(2);
  }

  @Test
  void randomProgramsComeToWhatTheyComeToWithTheHandlerAtEachPlace() {
    Random random = new Random(20070504);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String main = steps(random, 4);
      int from = random.nextInt(6);
      int to = from + random.nextInt(3);
      String masked = main.length() < 2 * to ? main : masked(main, from, to);
      String other = steps(random, 3);
      String handler = steps(random, 2);
      Map<MemoryModel, Set<String>> placed = new HashMap<>();
      for (int at = 0; at <= masked.length() / 2; at++) {
        if (!isMasked(masked, at)) {
          add(placed, outcomes(masked, other, handler, String.valueOf(at)));
        }
      }
      add(placed, outcomes(masked, other, handler, NEVER));
      Map<MemoryModel, Set<String>> interrupted =
          outcomes(masked, other, handler, Interrupted.AS_INTERRUPT);
      if (!placed.equals(interrupted)) {
        differing.add(
            masked + " | " + other + ", " + handler + ": " + placed + "\nand\n" + interrupted);
      }
    }
    assertThat(differing).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p1p2p3             | p0 | 0 10 11 12 13
          p1c1p2p3c0p4       | p0 | 0 10 11 13 14
          p1c1p2c1c0p3c0p4   | p0 | 0 10 11 13 14
          p1c1m1p2c0p3m0p4   | p0 | 0 10 11 13 14
          p1m1c1p2m0p3c0p4   | p0 | 0 10 11 13 14
          c1p1               | p0 | 0 10
          c1p1c0             | p0 | 0 10 11
          """)
  void preemptsWhereNeitherTheMaskNorTheCountForbidsIt(String main, String handler, String seen) {
    assertThat(handled(outcomes(main, "", handler, Interrupted.AS_PREEMPTION).get(model())))
        .containsExactlyInAnyOrder(seen.split(" "));
  }

  @Test
  void preemptedRandomProgramsComeToWhatTheyComeToWithTheOtherAtEachPlace() {
    Random random = new Random(20170307);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String main = steps(random, 4);
      int from = random.nextInt(6);
      int to = from + random.nextInt(3);
      String counted = main.length() < 2 * to ? main : around(main, "c1", from, to, "c0");
      String other = steps(random, 3);
      String handler = steps(random, 2);
      Map<MemoryModel, Set<String>> placed = new HashMap<>();
      for (int at = 0; at <= counted.length() / 2; at++) {
        if (counted.substring(0, 2 * at).contains("c1")
            == counted.substring(0, 2 * at).contains("c0")) {
          add(placed, outcomes(counted, other, handler, String.valueOf(at)));
        }
      }
      add(placed, outcomes(counted, other, handler, NEVER));
      Map<MemoryModel, Set<String>> preempted =
          outcomes(counted, other, handler, Interrupted.AS_PREEMPTION);
      if (!placed.equals(preempted)) {
        differing.add(
            counted + " | " + other + ", " + handler + ": " + placed + "\nand\n" + preempted);
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void onRequestComesAlsoToWhatHasPreemptedTheActor() {
    assertThat(handled(outcomes("p3/p1p2", "q1", "p0", Interrupted.WHILE_PREEMPTED).get(model())))
        .containsExactlyInAnyOrder("0", "10", "11", "12", "13");
    assertThat(
            handled(outcomes("p3/m1p1p2m0", "q1", "p0", Interrupted.WHILE_PREEMPTED).get(model())))
        .containsExactlyInAnyOrder("0", "10", "12", "13");
    assertThat(outcomes("z1/z1", "w1u1", "p4", Interrupted.WHILE_PREEMPTED).get(model()))
        .as("who waits when it has preempted another")
        .containsExactly("1, 10, 10");
  }

  @Test
  void onRequestComesToWhatItComesToIfEachPlaceIsAskedByHand() {
    Random random = new Random(20070618);
    List<String> differing = new ArrayList<>();
    int seldom = 0;
    for (int i = 0; i < 60; i++) {
      String main = steps(random, 4);
      int from = random.nextInt(6);
      int to = from + random.nextInt(3);
      String masked = main.length() < 2 * to ? main : masked(main, from, to);
      String other = steps(random, 1) + "q1" + (i % 4 == 0 ? "q1" : steps(random, 1));
      String handler = steps(random, 2);
      Map<MemoryModel, Set<String>> polled = outcomes(masked, other, handler, Interrupted.POLLED);
      Map<MemoryModel, Set<String>> requested =
          outcomes(masked, other, handler, Interrupted.ON_REQUEST);
      seldom += requested.get(model()).size() < 2 ? 1 : 0;
      if (!polled.equals(requested)) {
        differing.add(
            masked + " | " + other + ", " + handler + ": " + polled + "\nand\n" + requested);
      }
    }
    assertThat(differing).isEmpty();
    assertThat(seldom).isLessThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p1p2       | q1   | p0 | 0 10 11 12
          p1m1p2m0p3 | q1   | p0 | 0 10 11 12 13
          p1m1p2     | q1   | p0 | 0 10 11
          m1p1       | q1   | p0 | 0 10
          p1p2       | x1   | p0 | 0
          """)
  void onRequestComesWhereverItIsNotMaskedOnceItIsRequested(
      String main, String other, String handler, String seen) {
    assertThat(handled(outcomes(main, other, handler, Interrupted.ON_REQUEST).get(model())))
        .containsExactlyInAnyOrder(seen.split(" "));
  }

  @Test
  void onRequestComesAsOftenAsItIsRequested() {
    assertThat(handled(outcomes("p1", "q1x1q1", "p0", Interrupted.ON_REQUEST).get(model())))
        .containsExactlyInAnyOrder("0", "10", "11", "1010", "1011", "1111");
  }

  @Test
  void whoWaitsWithInterruptsOnHandlesThemAndWhoWaitsWithoutDoesNot() {
    assertThat(outcomes("z1", "w1u1", "y1", Interrupted.ON_REQUEST).get(model()))
        .containsExactly("1, 10, 10");
    assertThat(outcomes("m1z1", "w1u1", "y1", Interrupted.ON_REQUEST).get(model()))
        .containsExactlyInAnyOrder("1, 10, 10", "deadlock");
  }

  /**
   * Whoever catches it is a thread as before: none is lost, and none comes where it may no more.
   */
  @ParameterizedTest
  @CsvSource({
    "handler, inside, '1, 2'",
    "handler, outside, '1, 1'",
    "code, inside, '4, 6'",
    "code, outside, '2, 2'",
  })
  void whatIsThrownEndsWhatItLeaves(String by, String caught, String outcome) {
    StressTest test =
        new TestReader(LOADER).read(Thrown.class.getName()).orElseThrow().of(List.of(by, caught));

    assertThat(ids(explored(test, SETTINGS)).get(model())).containsExactly(outcome);
  }

  private static Set<String> handled(Set<String> outcomes) {
    Set<String> handled = new TreeSet<>();
    outcomes.forEach(o -> handled.add(o.substring(o.lastIndexOf(' ') + 1)));
    return handled;
  }

  @Test
  void nothingIsLostWhereNotEachPlaceIsAskedFor() {
    Random random = new Random(22);
    Settings all = SETTINGS.reducing(Reduction.NONE);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      StressTest test = test(steps(random, 3), steps(random, 2), steps(random, 2), "interrupt");
      Map<MemoryModel, Set<String>> few = ids(explored(test, SETTINGS));
      Map<MemoryModel, Set<String>> many = ids(explored(test, all));
      if (!few.equals(many)) {
        differing.add(test.call() + ": " + few + "\nand\n" + many);
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void aTokenRebuildsTheExecutionInWhichItCameThere() {
    StressTest test = test("p1p2p0", "x1", "p0p3x0", Interrupted.AS_INTERRUPT);
    for (Outcome outcome : explored(test, SETTINGS).get(MemoryModel.JMM).outcomes()) {
      var again =
          Explorer.replay(test, LOADER, MemoryModel.JMM, outcome.witness().token()).execution();

      assertThat(again.outcome()).isEqualTo(outcome.id());
      assertThat(again.order().stream().filter(e -> e.kind() == Event.Kind.INTERRUPT).count())
          .isEqualTo(outcome.id().endsWith(", 0") ? 0 : 1);
    }
  }

  /** What is asked for at a place where no event of the search is has its step there, too. */
  @Test
  void aTokenRebuildsTheExecutionInWhichBothKindsCame() {
    Random random = new Random(20071106);
    int rebuilt = 0;
    for (int i = 0; i < 30; i++) {
      String other = steps(random, 2) + "q1";
      StressTest test = test(steps(random, 4), other, steps(random, 2), Interrupted.BOTH);
      for (Outcome outcome : explored(test, SETTINGS).get(MemoryModel.JMM).outcomes()) {
        var again =
            Explorer.replay(test, LOADER, MemoryModel.JMM, outcome.witness().token()).execution();

        assertThat(again.outcome()).as(test.call()).isEqualTo(outcome.id());
        rebuilt++;
      }
    }
    assertThat(rebuilt).isGreaterThan(150);
  }

  @Test
  void whoIsAskedWithMoreThanOneReadIsRefused() {
    Result result = explore("p1p2", "q1", "p0", Interrupted.ASKED_TWICE, SETTINGS);

    assertThat(result.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(result.reason()).isEqualTo("an interrupt is asked for by other than one read");
  }

  @Test
  void isTheSameWithSeveralWorkers() {
    StressTest test = test("x1p1y0p2", "y1x0x2", "p0x3p3y0", Interrupted.AS_INTERRUPT);

    assertThat(counts(explored(test, SETTINGS.workers(3))))
        .isEqualTo(counts(explored(test, SETTINGS)));
  }

  private static String counts(Map<MemoryModel, Result> results) {
    StringBuilder text = new StringBuilder();
    results.forEach(
        (model, r) -> {
          text.append(model).append(r.verdict()).append(r.executions()).append('+');
          text.append(r.blocked());
          r.outcomes().forEach(o -> text.append(o.id()).append('=').append(o.executions()));
        });
    return text.toString();
  }

  private static MemoryModel model() {
    return MemoryModel.SC;
  }

  private static String masked(String main, int from, int to) {
    return around(main, "m1", from, to, "m0");
  }

  private static String around(String main, String before, int from, int to, String behind) {
    return main.substring(0, 2 * from)
        + before
        + main.substring(2 * from, 2 * to)
        + behind
        + main.substring(2 * to);
  }

  private static boolean isMasked(String main, int at) {
    return main.substring(0, 2 * at).lastIndexOf("m1")
        > main.substring(0, 2 * at).lastIndexOf("m0");
  }

  private static String steps(Random random, int most) {
    StringBuilder steps = new StringBuilder();
    for (int n = 1 + random.nextInt(most); n > 0; n--) {
      steps.append(STEPS[random.nextInt(STEPS.length)]);
    }
    return steps.toString();
  }

  private static void add(
      Map<MemoryModel, Set<String>> all, Map<MemoryModel, Set<String>> outcomes) {
    outcomes.forEach((model, ids) -> all.computeIfAbsent(model, m -> new TreeSet<>()).addAll(ids));
  }

  private static StressTest test(String main, String other, String handler, String at) {
    return new TestReader(LOADER)
        .read(Interrupted.class.getName())
        .orElseThrow()
        .of(List.of(main, other.replace("p", "y"), handler, at));
  }

  private Map<MemoryModel, Set<String>> outcomes(
      String main, String other, String handler, String at) {
    return ids(world.explore(test(main, other, handler, at), ALL, SETTINGS));
  }

  private static Map<MemoryModel, Result> explored(StressTest test, Settings settings) {
    return Explorer.explore(test, LOADER, ALL, settings, Progress.NONE);
  }

  private static Result explore(
      String main, String other, String handler, String at, Settings settings) {
    return explored(test(main, other, handler, at), settings).get(model());
  }

  private static Map<MemoryModel, Set<String>> ids(Map<MemoryModel, Result> results) {
    Map<MemoryModel, Set<String>> ids = new HashMap<>();
    results.forEach(
        (model, r) -> {
          assertThat(r.verdict()).as("%s", r.reason()).isIn(Verdict.PROVED, Verdict.REFUTED);
          ids.put(model, new TreeSet<>());
          r.outcomes().stream()
              .filter(o -> !o.isImpossible())
              .forEach(o -> ids.get(model).add(o.id()));
        });
    return ids;
  }
}
