// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Leaks;
import vacate.explorer.cases.Ordering;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.weaken.Weakening;

/** What a world says of a test is what the explorer says, whatever was explored in it before. */
class WorldTest {
  private static final ClassLoader LOADER = WorldTest.class.getClassLoader();
  private static final Set<MemoryModel> ALL = EnumSet.allOf(MemoryModel.class);
  private static final Set<MemoryModel> JMM = Set.of(MemoryModel.JMM);
  private static final Settings FEW = Settings.of(new Bounds(5, 100));
  private static final Settings SETTINGS = Settings.of(new Bounds(5, 400));

  private final World world = new World(LOADER);

  private static StressTest read(Class<?> type) {
    return new TestReader(LOADER).read(type.getName()).orElseThrow();
  }

  private String inWorld(StressTest test) {
    return said(world.explore(test, ALL, SETTINGS));
  }

  private static String anew(StressTest test) {
    return said(Explorer.explore(test, LOADER, ALL, SETTINGS, Progress.NONE));
  }

  private static String said(Map<MemoryModel, Result> results) {
    StringBuilder text = new StringBuilder();
    results.forEach(
        (model, r) -> {
          text.append(model).append(' ').append(r.verdict()).append(' ').append(r.reason());
          text.append(' ').append(r.assumes());
          text.append(' ').append(r.executions()).append(' ').append(r.blocked());
          r.outcomes()
              .forEach(o -> text.append(' ').append(o.id()).append('=').append(o.executions()));
          text.append('\n');
        });
    return text.toString();
  }

  @Test
  void saysOfEachCaseWhatTheExplorerSaysTwice() throws Exception {
    List<String> differing = new ArrayList<>();
    try (TestSuite suite = Cases.suite()) {
      World one = new World(suite.loader());
      int tests = 0;
      for (StressTest test : Cases.of(suite)) {
        String expected = said(Explorer.explore(test, suite.loader(), JMM, FEW, Progress.NONE));
        for (int time = 0; time < 2; time++) {
          String found = said(one.explore(test, JMM, FEW));
          if (!found.equals(expected)) {
            differing.add(test.name() + ": " + expected + "but\n" + found);
          }
        }
        tests++;
      }
      assertThat(tests).isGreaterThan(100);
      // of two explorations each; many a case is there for what new classes are needed for
      assertThat(one.renewals()).as("of %d tests", tests).isLessThan(tests + tests / 10);
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void itsAccessesMayHaveOtherModes() {
    StressTest test = read(Ordering.ReleaseAcquire.class);
    BarrierAnalysis barriers = new BarrierAnalysis(test, LOADER, Bounds.DEFAULT);
    Weakening acquire =
        barriers.places(f -> false).stream()
            .filter(place -> place.what().startsWith("acquire load"))
            .findFirst()
            .orElseThrow()
            .weakest();
    World other = new World(LOADER, acquire);
    for (int time = 0; time < 2; time++) {
      Result weaker = other.explore(test, JMM, SETTINGS).get(MemoryModel.JMM);
      Result asItIs = world.explore(test, JMM, SETTINGS).get(MemoryModel.JMM);
      assertThat(weaker.outcomeIds())
          .isEqualTo(barriers.explore(acquire, MemoryModel.JMM, SETTINGS.bounds()).outcomeIds())
          .isNotEqualTo(asItIs.outcomeIds());
    }
  }

  @Test
  void saysWhichMethodsWereEnteredInTheLastTest() {
    world.explore(read(Ordering.ReleaseAcquire.class), JMM, SETTINGS);
    String test = Ordering.ReleaseAcquire.class.getName().replace('.', '/');
    assertThat(world.entered().orElseThrow())
        .isNotEmpty()
        .allMatch(method -> method.startsWith(test + ".") || method.contains("II_Result"));

    world.explore(read(Ordering.FencedDekker.class), JMM, SETTINGS);
    assertThat(world.entered().orElseThrow()).noneMatch(method -> method.startsWith(test + "."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          array      | setup writes into an array
          copy       | setup writes into an array
          fill       | setup or an initialiser calls java.util.Arrays.fill
          atomic     | setup writes value
          list       | setup calls java.util.List.add on or with a java.util.ArrayList
          nested     | setup calls java.util.List.add on or with a java.util.ArrayList
          object     | setup writes field
          handle     | setup writes field
          function   | setup writes field
          reference  | setup calls java.util.Objects.requireNonNull on or with a java.util.ArrayList
          unbound    | setup calls java.util.Optional.of on or with a java.util.ArrayDeque
          held       | setup calls java.util.Deque.pop on or with a java.util.ArrayDeque
          listed     | setup calls java.util.Deque.pop on or with a java.util.ArrayDeque
          updater    | setup writes volatileField
          iterator   | setup writes into an array
          collector  | setup calls java.util.Collections.addAll on or with a java.util.ArrayList
          registered | setup writes count
          lazy       | setup writes made
          tree       | setup calls java.util.Map.merge on or with a java.util.TreeMap
          text       | setup calls java.lang.StringBuilder.append on or with a java.lang.StringBuilder
          """)
  void whatSetupLeavesIsNotThereTheNextTime(String by, String why) {
    StressTest test = read(Leaks.Numbered.class).of(List.of(by));
    StressTest plain = read(Leaks.Numbered.class).of(List.of("none"));
    String expected = anew(test);
    assertThat(expected).contains("1, 1");
    for (int time = 0; time < 3; time++) {
      assertThat(inWorld(test)).isEqualTo(expected);
      assertThat(inWorld(plain)).isEqualTo(anew(plain));
    }
    assertThat(world.spent()).isEqualTo(why);
  }

  /** Some are refused at once, and stay refused. */
  @ParameterizedTest
  @ValueSource(strings = {"reflection", "local"})
  void whatIsLeftByOtherWaysIsNotThereEither(String by) {
    StressTest test = read(Leaks.Numbered.class).of(List.of(by));
    String expected = anew(test);
    for (int time = 0; time < 3; time++) {
      assertThat(inWorld(test)).isEqualTo(expected);
    }
  }

  @Test
  void whatSetupAddsToAStaticFieldIsNotThereTheNextTime() {
    for (int step = 1; step < 4; step++) {
      StressTest test = read(Leaks.StaticField.class).of(List.of(step));
      assertThat(inWorld(test)).isEqualTo(anew(test)).contains(step + ", " + step + "=1");
    }
    assertThat(world.spent()).isEqualTo("setup writes made");
  }

  @Test
  void whatActorsChangeIsPutBack() {
    StressTest test = read(Leaks.ChangedByActors.class);
    Map<MemoryModel, Result> expected =
        Explorer.explore(test, LOADER, ALL, SETTINGS, Progress.NONE);
    for (int time = 0; time < 3; time++) {
      Map<MemoryModel, Result> found = world.explore(test, ALL, SETTINGS);
      assertThat(said(found)).isEqualTo(said(expected));
      assertThat(tokens(found)).isEqualTo(tokens(expected));
    }
    assertThat(world.spent()).isNull();
    assertThat(world.renewals()).isEqualTo(1);
  }

  private static List<String> tokens(Map<MemoryModel, Result> results) {
    return results.values().stream()
        .flatMap(r -> r.outcomes().stream())
        .map(o -> o.witness().token())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(classes = {Leaks.Cyclic.class, Leaks.CyclicByASubclass.class})
  void initialisersThatNeedEachOtherAreRefusedThoughTheyHaveRun(Class<?> test) {
    StressTest inSetup = read(test).of(List.of(true));
    StressTest byActors = read(test);
    assertThat(inWorld(inSetup)).isEqualTo(anew(inSetup)).contains("PROVED");
    assertThat(world.spent()).isNull();
    assertThat(inWorld(byActors)).isEqualTo(anew(byActors)).contains("NOT RUN");
  }

  @Test
  void anInitialiserThatLooksAtWhatSetupDidLooksAgain() {
    for (int number = 1; number < 4; number++) {
      StressTest test = read(Leaks.Looking.class).of(List.of(number));
      assertThat(inWorld(test)).isEqualTo(anew(test)).contains(number + ", " + number);
    }
  }

  @Test
  void aWitnessIsThatOfTheArguments() {
    Map<MemoryModel, Result> results =
        world.explore(read(Leaks.StaticField.class).of(List.of(2)), ALL, SETTINGS);
    Witness witness = results.get(MemoryModel.JMM).outcomes().get(0).witness();
    assertThat(witness.toString()).contains("outcome: 2, 2");
  }

  @Test
  void argumentsAreValues() {
    StressTest test = read(Leaks.Numbered.class);
    assertThatThrownBy(() -> test.of(List.of(new int[0])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
