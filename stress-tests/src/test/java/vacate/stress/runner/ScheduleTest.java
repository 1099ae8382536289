// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.stress.runner.Tests.bad;
import static vacate.stress.runner.Tests.good;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vacate.explorer.Verdict;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.Mode;

class ScheduleTest {
  private static final HardwareTest SEEN = Tests.mustBeSeen("seen");
  private static final HardwareTest ELUSIVE = Tests.mustBeSeen("elusive");
  private static final HardwareTest CLEAN = Tests.mustNot("clean");
  private static final HardwareTest OTHER = Tests.mustNot("other");
  private static final Duration HOUR = Duration.ofHours(1);

  private long millis;

  @Test
  void whatMustBeSeenComesBeforeAllElseAndGoesOnUntilItIs() {
    Schedule schedule = schedule(HOUR, CLEAN, SEEN);
    List<Turn> played =
        play(schedule, turn -> turn.test() == SEEN && turn.number() == 9 ? bad() : good(500_000));
    assertThat(played.subList(0, 10)).allMatch(turn -> turn.test() == SEEN);
    assertThat(played.subList(10, played.size()))
        .hasSize(TimeBudget.QUICK.forks)
        .allMatch(turn -> turn.test() == CLEAN);
  }

  @Test
  void whatIsNeverSeenLeavesTheOthersTheirTimeAndTakesTheRest() {
    Schedule schedule = schedule(Duration.ofSeconds(60), ELUSIVE, CLEAN, OTHER);
    List<Turn> played = play(schedule, turn -> good(50_000));
    assertThat(schedule.tally(CLEAN).verdict()).isEqualTo(Verdict.NOT_OBSERVED);
    assertThat(schedule.tally(OTHER).verdict()).isEqualTo(Verdict.NOT_OBSERVED);
    assertThat(schedule.tally(ELUSIVE).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(played)
        .filteredOn(turn -> turn.test() != ELUSIVE)
        .hasSize(2 * TimeBudget.QUICK.forks);
    assertThat(millis).isBetween(59_000L, 60_000L);
  }

  @Test
  void twoThatAreNeverSeenTakeTurns() {
    List<Turn> played = play(schedule(Duration.ofSeconds(60), SEEN, ELUSIVE), turn -> good(50_000));
    assertThat(played.stream().limit(4).map(turn -> turn.test().question().topics().get(0).name()))
        .containsExactly("seen", "elusive", "seen", "elusive");
  }

  @Test
  void theOthersAreDecidedOneAfterTheOther() {
    List<Turn> played = play(schedule(HOUR, CLEAN, OTHER), turn -> good(500_000));
    assertThat(played.subList(0, TimeBudget.QUICK.forks)).allMatch(turn -> turn.test() == CLEAN);
    assertThat(played).hasSize(2 * TimeBudget.QUICK.forks);
  }

  @Test
  void whoHasTooFewSamplesGoesOnAfterTheOthers() {
    Schedule schedule = schedule(HOUR, CLEAN, OTHER);
    List<Turn> played = play(schedule, turn -> good(turn.test() == CLEAN ? 10_000 : 500_000));
    assertThat(played.subList(2 * TimeBudget.QUICK.forks, played.size()))
        .hasSize(10 - TimeBudget.QUICK.forks)
        .allMatch(turn -> turn.test() == CLEAN);
    assertThat(schedule.tally(CLEAN).verdict()).isEqualTo(Verdict.NOT_OBSERVED);
  }

  @Test
  void noForkBeginsThatCannotEndInTime() {
    Schedule schedule = schedule(Duration.ofSeconds(3), CLEAN, OTHER);
    play(schedule, turn -> good(10));
    assertThat(millis).isLessThanOrEqualTo(3_000);
    assertThat(schedule.next(2)).isEmpty();
  }

  @Test
  void aTestDoesNotRunBesideItself() {
    Schedule schedule = schedule(HOUR, CLEAN, OTHER);
    Turn first = schedule.next(2).orElseThrow();
    Turn second = schedule.next(2).orElseThrow();
    assertThat(first.test()).isNotEqualTo(second.test());
    assertThat(schedule.next(2)).isEmpty();
    end(schedule, second, good(1));
    assertThat(schedule.next(2).orElseThrow().test()).isEqualTo(second.test());
  }

  @Test
  void aTestThatNeedsManyCoresIsNotOvertaken() {
    HardwareTest wide = Tests.heavy("wide", 4);
    Schedule schedule =
        new Schedule(
            Planner.plan(Machines.quiet(4, 4), List.of(CLEAN, wide, OTHER), TimeBudget.QUICK, HOUR),
            42,
            () -> millis * 1_000_000);
    Turn first = schedule.next(4).orElseThrow();
    assertThat(first.test()).isEqualTo(CLEAN);
    assertThat(schedule.next(2)).isEmpty();
    end(schedule, first, bad());
    assertThat(schedule.next(4).orElseThrow().test()).isEqualTo(wide);
  }

  @Test
  void aQuickRunSeesEveryModeAndEveryForkHasASeedOfItsOwn() {
    List<Turn> played = play(schedule(HOUR, CLEAN), turn -> good(500_000));
    assertThat(played).extracting(turn -> turn.spec().mode()).contains(Mode.values());
    assertThat(played).extracting(turn -> turn.spec().stressSeed()).doesNotHaveDuplicates();
  }

  @Test
  void aTestThatHangsIsGivenUpAndLeavesItsTimeToTheOthers() {
    List<Turn> played =
        play(
            schedule(HOUR, SEEN, CLEAN),
            turn -> turn.test() == SEEN ? Tests.TIMEOUT : good(500_000));
    assertThat(played).filteredOn(turn -> turn.test() == SEEN).hasSize(1);
    assertThat(played).filteredOn(turn -> turn.test() == CLEAN).hasSize(TimeBudget.QUICK.forks);
  }

  @Test
  void progressCountsWhatIsDecidedAndWhatWasSeen() {
    Schedule schedule = schedule(HOUR, SEEN, CLEAN);
    end(schedule, schedule.next(2).orElseThrow(), bad());
    RunProgress progress = schedule.progress("next");
    assertThat(progress.done()).isEqualTo(1);
    assertThat(progress.total()).isEqualTo(2);
    assertThat(progress.observed()).isEqualTo(1);
    assertThat(progress.forks()).isEqualTo(1);
    assertThat(progress.remaining()).isEqualTo(Duration.ofMillis(TimeBudget.QUICK.forks * 650L));
    assertThat(schedule.progress(null).remaining()).isZero();
  }

  private Schedule schedule(Duration limit, HardwareTest... tests) {
    return new Schedule(
        Planner.plan(Machines.quiet(2, 2), Arrays.asList(tests), TimeBudget.QUICK, limit),
        42,
        () -> millis * 1_000_000);
  }

  /** One fork at a time, until nobody wants one. */
  private List<Turn> play(Schedule schedule, Function<Turn, ForkResult> fork) {
    List<Turn> played = new ArrayList<>();
    for (Optional<Turn> turn = schedule.next(2); turn.isPresent(); turn = schedule.next(2)) {
      played.add(turn.get());
      end(schedule, turn.get(), fork.apply(turn.get()));
    }
    return played;
  }

  private void end(Schedule schedule, Turn turn, ForkResult result) {
    millis += 650;
    schedule.ended(new Lanes.Ended(turn, result, 650));
  }
}
