// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.stress.runner.Plan.Cause;

class PlannerTest {
  private static final List<HardwareTest> SUITE = StressSuite.tests();
  private static final List<HardwareTest> QUICK = TimeBudget.QUICK.select(SUITE);
  private static final Duration MINUTES = TimeBudget.QUICK.time;

  static Stream<Capacity> machines() {
    return Stream.of(
        Machines.quiet(1, 1),
        Machines.quiet(1, 2),
        Machines.quiet(2, 2),
        Machines.quiet(2, 4),
        Machines.quiet(4, 4),
        Machines.quiet(4, 8),
        Machines.quiet(8, 16),
        Machines.quiet(16, 16),
        Machines.quiet(64, 64),
        Machines.busy(2, 2, 0.3),
        Machines.busy(2, 2, 1.5),
        Machines.busy(4, 8, 2),
        Machines.busy(16, 16, 5),
        Machines.busy(64, 64, 0));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyTestIsEitherPlannedOrLeftOut(Capacity machine) {
    for (TimeBudget budget : TimeBudget.values()) {
      Plan plan = Planner.plan(machine, SUITE, budget, MINUTES);
      assertThat(
              Stream.concat(
                  plan.shares().stream().map(Share::test),
                  plan.leftOut().stream().map(Plan.LeftOut::test)))
          .containsExactlyInAnyOrderElementsOf(SUITE);
    }
  }

  @ParameterizedTest
  @MethodSource("machines")
  void whatIsPlannedFitsIntoTheTime(Capacity machine) {
    for (TimeBudget budget : TimeBudget.values()) {
      Plan plan = Planner.plan(machine, SUITE, budget, MINUTES);
      assertThat(plan.expected()).isLessThan(MINUTES);
      assertThat(plan.limit()).isEqualTo(MINUTES);
    }
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyTestThatCountsReachesTheFloor(Capacity machine) {
    assertThat(Planner.plan(machine, SUITE, TimeBudget.LONG, TimeBudget.LONG.time).shares())
        .filteredOn(share -> !share.test().mustBeObserved())
        .allSatisfy(
            share ->
                assertThat(share.forks() * share.millis() * machine.speed(share.test()).perMilli())
                    .isGreaterThanOrEqualTo(Tally.SAMPLE_FLOOR));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void whatMustBeSeenComesFirst(Capacity machine) {
    Plan plan = Planner.plan(machine, SUITE, TimeBudget.LONG, TimeBudget.LONG.time);
    List<Boolean> mustBeSeen =
        plan.shares().stream().map(share -> share.test().mustBeObserved()).toList();
    assertThat(mustBeSeen.lastIndexOf(true)).isEqualTo(plan.mustBeSeen() - 1);
  }

  @Test
  void twoQuietCoresDecideAllEssentialsInAFewMinutesAndInEveryMode() {
    Plan plan = Planner.plan(Machines.quiet(2, 2), QUICK, TimeBudget.QUICK, MINUTES);
    assertThat(plan.leftOut()).isEmpty();
    assertThat(plan.expected()).isLessThan(Duration.ofMinutes(6));
    assertThat(plan.shares())
        .filteredOn(share -> !share.test().mustBeObserved())
        .allMatch(share -> share.forks() >= TimeBudget.QUICK.forks);
  }

  @Test
  void twoQuietCoresDecideTheWholeSuiteInTheLongBudget() {
    assertThat(
            Planner.plan(Machines.quiet(2, 2), SUITE, TimeBudget.LONG, TimeBudget.LONG.time)
                .leftOut())
        .isEmpty();
  }

  @Test
  void aBusyMachineLeavesOutWhatItCannotDecideAndSaysWhatThatWouldTake() {
    Plan plan = Planner.plan(Machines.busy(2, 2, 0.3), QUICK, TimeBudget.QUICK, MINUTES);
    assertThat(plan.shares()).isNotEmpty();
    assertThat(plan.leftOut()).isNotEmpty();
    assertThat(plan.leftOut())
        .allMatch(out -> out.cause() == Cause.NO_TIME)
        .allMatch(out -> !out.test().mustBeObserved())
        .allMatch(out -> out.reason().contains(" " + out.needed().toSeconds() + " s "));
  }

  @Test
  void theMoreCoresTheSoonerAndNeverLess() {
    Duration before = Duration.ofDays(1);
    for (int cores : new int[] {2, 4, 8, 16}) {
      Plan plan = Planner.plan(Machines.quiet(cores, cores), QUICK, TimeBudget.QUICK, MINUTES);
      assertThat(plan.expected()).isLessThan(before);
      before = plan.expected();
    }
    assertThat(Planner.plan(Machines.quiet(64, 64), QUICK, TimeBudget.QUICK, MINUTES).expected())
        .isLessThanOrEqualTo(before);
  }

  @Test
  void aSecondThreadOfACoreIsNoSecondCore() {
    assertThat(Planner.plan(Machines.quiet(4, 8), QUICK, TimeBudget.QUICK, MINUTES).expected())
        .isEqualTo(Planner.plan(Machines.quiet(4, 4), QUICK, TimeBudget.QUICK, MINUTES).expected());
  }

  @Test
  void whatOthersTakeIsNotPlannedWith() {
    Capacity half = new Capacity(new Topology(16, 16), 8.1, 0.2, Machines.FAST);
    assertThat(Planner.plan(half, QUICK, TimeBudget.QUICK, MINUTES).expected())
        .isEqualTo(Planner.plan(Machines.quiet(8, 8), QUICK, TimeBudget.QUICK, MINUTES).expected());
  }

  @Test
  void lessTimeMeansFewerForksBeforeItMeansFewerTests() {
    Duration enough =
        Planner.plan(Machines.quiet(2, 2), QUICK, TimeBudget.QUICK, MINUTES).expected();
    Plan plan =
        Planner.plan(
            Machines.quiet(2, 2), QUICK, TimeBudget.QUICK, enough.multipliedBy(3).dividedBy(4));
    assertThat(plan.leftOut()).isEmpty();
    assertThat(plan.shares()).anyMatch(share -> share.forks() < TimeBudget.QUICK.forks);
    Plan little = Planner.plan(Machines.quiet(2, 2), QUICK, TimeBudget.QUICK, enough.dividedBy(8));
    assertThat(little.leftOut()).isNotEmpty();
  }

  @Test
  void aSlowMachineGetsLongerForksRatherThanMore() {
    List<HardwareTest> one = List.of(Tests.heavy("one", 2));
    Share fast = share(Machines.quiet(2, 2), one);
    Share slow = share(Machines.busy(2, 2, 1), one);
    assertThat(slow.millis()).isGreaterThan(fast.millis());
    assertThat(slow.forks() * fast.millis()).isLessThan(slow.forks() * slow.millis());
    assertThat(slow.forks()).isLessThan(2 * fast.forks());
  }

  @Test
  void whereNothingRacesOnlyWhatRacesWithNothingOrMustBeSeenIsTried() {
    Capacity serial = new Capacity(new Topology(1, 1), 1, 0, Machines.FAST);
    Plan plan = Planner.plan(serial, SUITE, TimeBudget.LONG, TimeBudget.LONG.time);
    assertThat(plan.shares())
        .isNotEmpty()
        .allMatch(share -> share.test().mustBeObserved() || share.test().actors() == 1);
    assertThat(plan.leftOut()).isNotEmpty().allMatch(out -> out.cause() == Cause.NO_RACE);
  }

  @Test
  void withoutTimeNothingIsPlanned() {
    assertThat(
            Planner.plan(Machines.quiet(2, 2), QUICK, TimeBudget.QUICK, Duration.ofSeconds(-3))
                .shares())
        .isEmpty();
  }

  private static Share share(Capacity machine, List<HardwareTest> one) {
    return Planner.plan(machine, one, TimeBudget.QUICK, MINUTES).shares().get(0);
  }
}
