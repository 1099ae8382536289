// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.checkpoint.Checkpoints;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.model.MemoryModel;

/** Setup and class initialisers end when the time for the test is over. */
class SetupEndsTest {
  private static final String TEST =
      """
      package p;
      import java.util.function.*;
      import java.util.stream.*;
      @JCStressTest
      @Outcome(id = "5000", expect = Expect.ACCEPTABLE)
      @Outcome(expect = Expect.FORBIDDEN)
      @State
      public class Long {
        static int turns;
        static class Spins { static { while (turns >= 0) { turns = turns + 1 & 7; } } static int n; }
        static class Calls { static int n = fib(60); }
        static int fib(int n) { return n < 2 ? 1 : fib(n - 1) + fib(n - 2); }
        static int depth(int n) { return n == 0 ? 0 : depth(n - 1) + 1; }
        static int spin() { while (turns >= 0) { turns = turns + 1 & 7; } return turns; }
        static int calls() { return (int) Stream.generate(() -> 1).filter(i -> i > 1).count(); }
        static int ofTheJdk() {
          return (int) Stream.iterate(1, UnaryOperator.identity())
              .limit(2_000_000_000L).filter(Predicate.isEqual(2)).count();
        }
        final int n = %s;
        @Actor public void a(I_Result r) { r.r1 = n + %s; }
      }
      """;

  @TempDir Path folder;

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(200), System::nanoTime, "200 ms for the test");
  }

  private Map<MemoryModel, Result> explore(String inSetup, String inActor, Settings settings)
      throws IOException {
    Compiled.into(folder, TEST.formatted(inSetup, inActor));
    try (TestSuite suite = new TestSuite(List.of(folder))) {
      return Explorer.explore(
          suite.tests().get(0), suite.loader(), Set.of(SC, JMM), settings, Progress.NONE);
    }
  }

  private static void isOver(Map<MemoryModel, Result> all, String who) {
    assertThat(all.values())
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.BOUNDED))
        .allSatisfy(
            r ->
                assertThat(r.reason())
                    .contains("stopped early, 200 ms for the test are over in " + who)
                    .contains(", which wants more time or less to do, at ")
                    .contains("(Long.java:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spin()", "fib(60)", "calls()"})
  void setupThatGoesOnEndsWithTheTime(String what) throws IOException {
    isOver(explore(what, "0", Settings.DEFAULT.by(soon())), "setup");
  }

  @Test
  void anInitialiserDoes() throws IOException {
    isOver(explore("Spins.n", "0", Settings.DEFAULT.by(soon())), "a class initialiser");
  }

  @Test
  void anInitialiserThatAnActorSetsOffDoes() throws IOException {
    isOver(explore("0", "Calls.n", Settings.DEFAULT.by(soon())), "a class initialiser");
  }

  /** No hook is in it. */
  @Test
  void codeOfTheJdkIsLeftBehind() throws IOException {
    Result r = explore("ofTheJdk()", "0", Settings.DEFAULT.by(soon())).get(SC);
    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.reason())
        .contains("are over in setup, ")
        .contains("and goes on unheeded, at p.Long.ofTheJdk(Long.java:");
  }

  @Test
  void whoIsInterruptedDoesNotWaitForSetup() throws IOException {
    Compiled.into(folder, TEST.formatted("fib(60)", "0"));
    try (TestSuite suite = new TestSuite(List.of(folder))) {
      Thread.currentThread().interrupt();
      Result r = Explorer.explore(suite.tests().get(0), suite.loader(), SC, Bounds.DEFAULT);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
      assertThat(r.reason()).contains("interrupted in setup, at ");
    }
  }

  /** A JVM's stack would be full long before. */
  @Test
  void whatGoesTooDeepIsRefused() throws IOException {
    Result r = explore("depth(-1)", "0", Settings.DEFAULT).get(SC);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("setup goes more than 100000 calls deep, at ");
  }

  @Test
  void whatComesToItsEndIsJudged() throws IOException {
    Settings inTime =
        Settings.DEFAULT.by(Deadline.in(Duration.ofHours(1), System::nanoTime, "an hour"));
    String ends = "depth(5_000) + fib(20) - fib(20)";
    assertThat(explore(ends, "0", inTime).get(JMM).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(explore(ends, "1", inTime).get(JMM).verdict()).isEqualTo(Verdict.REFUTED);
  }

  /** Else a run with more time would not try it again. */
  @Test
  void itIsNotOverForWhoGoesOnLater() throws IOException {
    AtomicReference<Lines> kept = new AtomicReference<>();
    Checkpoints checkpoints =
        new Checkpoints() {
          @Override
          public long round(long executions) {
            return 0;
          }

          @Override
          public void keep(String exploration, Lines state) {
            kept.set(state);
          }

          @Override
          public Optional<Lines> find(String exploration) {
            return Optional.ofNullable(kept.get());
          }

          @Override
          public void begunAnew(String exploration) {
            throw new AssertionError(exploration);
          }
        };
    explore("spin()", "0", Settings.DEFAULT.by(soon()).checkpoints(checkpoints));
    assertThat(kept.get()).isNotNull();
    assertThat(kept.get().isNext(Checkpoints.OVER)).isFalse();
  }

  /** Its classes are half initialised. */
  @Test
  void aWorldGoesOnWithNewClasses() throws IOException {
    Compiled.into(folder, TEST.formatted("turns == 0 ? Spins.n : 0", "0"));
    try (TestSuite suite = new TestSuite(List.of(folder))) {
      World world = new World(suite.loader());
      Settings settings = Settings.DEFAULT.by(soon());
      assertThat(world.explore(suite.tests().get(0), Set.of(SC), settings).get(SC).verdict())
          .isEqualTo(Verdict.BOUNDED);
      assertThat(world.spent()).contains("did not come to its end");
      assertThat(world.explore(suite.tests().get(0), Set.of(SC), settings).get(SC).reason())
          .contains("p.Long$Spins.<clinit>");
      assertThat(world.renewals()).isEqualTo(2);
    }
  }
}
