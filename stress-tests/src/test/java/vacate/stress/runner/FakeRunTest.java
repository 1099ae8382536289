// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.claim.Sampled;
import vacate.claim.Standing;
import vacate.explorer.Verdict;
import vacate.stress.runner.FakePlatform.Behaviour;

/** Whole runs on machines that are made up, in no time. */
class FakeRunTest {
  private static final List<HardwareTest> SUITE = StressSuite.tests();
  private static final List<HardwareTest> QUICK = TimeBudget.QUICK.select(SUITE);

  @TempDir Path root;

  private final List<RunProgress> progress = new ArrayList<>();
  private final AtomicReference<Plan> plan = new AtomicReference<>();

  static Stream<Capacity> quietMachines() {
    return Stream.of(
        Machines.quiet(2, 2),
        Machines.quiet(2, 4),
        Machines.quiet(4, 4),
        Machines.quiet(8, 16),
        Machines.quiet(16, 16),
        Machines.quiet(64, 64));
  }

  @ParameterizedTest
  @MethodSource("quietMachines")
  void aQuietMachineThatShowsWhatItMustDecidesAllEssentials(Capacity machine) throws IOException {
    RunReport report = run(machine, QUICK, FakeRunTest::asDeclared);
    assertThat(report.findings()).allMatch(Sampled::asExpected);
    assertThat(Duration.ofMillis(report.millis())).isLessThan(TimeBudget.QUICK.time);
  }

  @ParameterizedTest
  @MethodSource("quietMachines")
  void whatIsExpectedToTakeSoLongTakesAboutSoLong(Capacity machine) throws IOException {
    RunReport report = run(machine, QUICK, FakeRunTest::asDeclared);
    long expected = plan.get().expected().toMillis();
    assertThat(report.millis()).isBetween(expected / 2, expected * 3 / 2 + 10_000);
  }

  @ParameterizedTest
  @MethodSource("quietMachines")
  void noTwoActorsShareACoreUnlessOneTestHasMoreThanThereAre(Capacity machine) throws IOException {
    FakePlatform platform = platform(machine, FakeRunTest::asDeclared);
    new StressRun(options(SUITE, TimeBudget.QUICK), p -> {}, p -> {}, platform).run();
    int cores = machine.topology().cores();
    assertThat(platform.mostCores).isEqualTo(cores);
    assertThat(platform.started)
        .allMatch(
            turn -> turn.spec().yielding() == turn.test().actors() > machine.topology().cpus());
    assertThat(platform.mostForks).isGreaterThanOrEqualTo(cores / 2);
  }

  @Test
  void aBusyMachineSaysBeforeItBeginsWhatItLeavesOutAndContradictsNothing() throws IOException {
    RunReport report = run(Machines.busy(2, 2, 0.3), QUICK, FakeRunTest::asDeclared);
    assertThat(plan.get().leftOut()).isNotEmpty();
    assertThat(progress.get(0).forks()).isZero();
    assertThat(report.findings())
        .filteredOn(row -> row.standing() == Standing.LEFT_OUT)
        .hasSameSizeAs(plan.get().leftOut())
        .allMatch(row -> row.reason().contains("on this machine as it is now"));
    assertThat(report.findings())
        .extracting(Sampled::standing)
        .containsOnly(Standing.AS_DECLARED, Standing.LEFT_OUT);
  }

  @Test
  void aMachineThatBecomesBusyIsInconclusiveAndContradictsNothing() throws IOException {
    RunReport report =
        run(
            Machines.quiet(2, 2),
            QUICK,
            (platform, turn) ->
                new Behaviour(Tests.good(turn.test(), 3_000), turn.spec().millis() + 1_500));
    assertThat(report.findings())
        .extracting(Sampled::standing)
        .containsOnly(Standing.AS_DECLARED, Standing.UNDECIDED);
    assertThat(report.findings())
        .filteredOn(row -> row.standing() == Standing.UNDECIDED)
        .extracting(Sampled::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
    assertThat(Duration.ofMillis(report.millis()))
        .isLessThan(TimeBudget.QUICK.time.plus(Duration.ofSeconds(10)));
  }

  @Test
  void theTimeThatIsLeftIsTrueToTheEnd() throws IOException {
    RunReport report = run(Machines.quiet(2, 2), QUICK, FakeRunTest::asDeclared);
    for (RunProgress at : progress) {
      long really = report.millis() - at.elapsed().toMillis();
      assertThat(at.remaining().toMillis())
          .as("after %s", at.elapsed())
          .isBetween(really / 2 - 10_000, really * 3 / 2 + 10_000);
    }
  }

  @Test
  void theTimeThatIsLeftFollowsAMachineThatIsSlowerThanItWas() throws IOException {
    RunReport report =
        run(
            Machines.quiet(2, 2),
            Tests.tests(20, Verdict.NOT_OBSERVED),
            (platform, turn) -> {
              Behaviour usual = platform.nothingBad(turn);
              return new Behaviour(usual.result(), 3 * usual.millis());
            });
    for (RunProgress at : progress.subList(5, progress.size())) {
      long really = report.millis() - at.elapsed().toMillis();
      assertThat(at.remaining().toMillis()).isBetween(really - 10_000, really + 10_000);
    }
  }

  @Test
  void aRunThatIsStoppedTellsWhatWasDecidedAndCallsTheRestInterrupted() throws IOException {
    FakePlatform platform = platform(Machines.quiet(4, 4), FakeRunTest::asDeclared);
    AtomicReference<StressRun> run = new AtomicReference<>();
    run.set(
        new StressRun(
            options(QUICK, TimeBudget.QUICK),
            p -> {},
            at -> {
              if (at.forks() == 100) {
                run.get().stop();
              }
            },
            platform));
    RunReport report = run.get().run();
    assertThat(report.stopped()).isTrue();
    assertThat(report.findings())
        .extracting(Sampled::standing)
        .containsOnly(Standing.AS_DECLARED, Standing.INTERRUPTED)
        .contains(Standing.AS_DECLARED, Standing.INTERRUPTED);
    assertThat(report.findings())
        .filteredOn(row -> row.verdict() == Verdict.INTERRUPTED)
        .allMatch(row -> row.reason().startsWith("interrupted "));
  }

  @Test
  void aRunThatIsStoppedBeforeItBeginsHasAnInterruptedFindingForEveryTest() throws IOException {
    StressRun run =
        new StressRun(
            options(QUICK, TimeBudget.QUICK),
            plan::set,
            p -> {},
            platform(Machines.busy(2, 2, 0), FakeRunTest::asDeclared));
    run.stop();
    RunReport report = run.run();
    assertThat(plan.get()).isNull();
    assertThat(report.findings()).extracting(Sampled::verdict).containsOnly(Verdict.INTERRUPTED);
    assertThat(report.findings()).extracting(Sampled::test).containsAll(names(QUICK));
  }

  @Test
  void theTimeOfAFewTestsIsThatOfTheirForksAndNotOfTheBudget() throws IOException {
    RunReport report =
        run(Machines.quiet(2, 2), List.of(Tests.mustNot("one")), FakeRunTest::asDeclared);
    assertThat(Duration.ofMillis(report.millis())).isLessThan(Duration.ofSeconds(15));
  }

  private RunReport run(
      Capacity machine, List<HardwareTest> tests, BiFunction<FakePlatform, Turn, Behaviour> forks)
      throws IOException {
    Consumer<RunProgress> listener = progress::add;
    return new StressRun(
            options(tests, TimeBudget.QUICK), plan::set, listener, platform(machine, forks))
        .run();
  }

  private RunOptions options(List<HardwareTest> tests, TimeBudget budget) {
    return new RunOptions(tests, budget, budget.time, 42, root);
  }

  private static FakePlatform platform(
      Capacity machine, BiFunction<FakePlatform, Turn, Behaviour> forks) {
    AtomicReference<FakePlatform> platform = new AtomicReference<>();
    platform.set(new FakePlatform(machine, turn -> forks.apply(platform.get(), turn)));
    return platform.get();
  }

  /** What must be seen is seen in the second fork, and nothing else is. */
  private static Behaviour asDeclared(FakePlatform platform, Turn turn) {
    return turn.test().mustBeObserved() && turn.number() > 0
        ? platform.seen(turn)
        : platform.nothingBad(turn);
  }

  private static List<String> names(List<HardwareTest> tests) {
    return tests.stream().map(HardwareTest::name).toList();
  }
}
