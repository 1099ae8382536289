// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.stress.runner.Tests.bad;
import static vacate.stress.runner.Tests.good;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vacate.claim.Row;
import vacate.claim.Verdict;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.Mode;

class TurnsTest {
  private static final Path DIRECTORY = Path.of("run");

  private long nanos;

  @Test
  void testsTakeTurnsRoundByRound() throws InterruptedException {
    List<Turn> played = play(turns(Tests.tests(3, Verdict.NOT_OBSERVED)), turn -> good(1_000_000));
    assertThat(played).hasSize(3 * Budget.QUICK.forks);
    assertThat(played.stream().map(turn -> turn.test().label() + " " + turn.number()))
        .startsWith("test 0 0", "test 1 0", "test 2 0", "test 0 1", "test 1 1");
  }

  @Test
  void whoIsSettledLeavesItsTurnsToTheOthers() throws InterruptedException {
    List<StressTest> tests = Tests.tests(2, Verdict.OBSERVED);
    List<Turn> played =
        play(turns(tests), turn -> turn.test() == tests.get(0) ? bad() : good(1_000_000));
    assertThat(played.stream().filter(turn -> turn.test() == tests.get(0))).hasSize(1);
    assertThat(played.stream().filter(turn -> turn.test() == tests.get(1)))
        .hasSize(Budget.QUICK.forksWithRetries());
  }

  @Test
  void aQuickRunSeesEveryModeAndEveryForkHasASeedOfItsOwn() throws InterruptedException {
    List<Turn> played = play(turns(Tests.tests(1, Verdict.NOT_OBSERVED)), turn -> good(1_000_000));
    assertThat(played).extracting(turn -> turn.spec().mode()).contains(Mode.values());
    assertThat(played).extracting(turn -> turn.spec().stressSeed()).doesNotHaveDuplicates();
  }

  @Test
  void theRunEndsWhenTheTimeIsUpThoughEveryTestHasHadAFork() throws InterruptedException {
    Turns turns = turns(Tests.tests(3, Verdict.OBSERVED));
    List<Turn> played = play(turns, turn -> after(Budget.QUICK.total, good(1_000_000)));
    assertThat(played).hasSize(3);
    assertThat(turns.report(DIRECTORY).rows())
        .extracting(Row::reason)
        .containsOnly("time was up after 1 of 8 forks");
  }

  @Test
  void aRunThatIsStoppedKeepsItsRows() throws InterruptedException {
    Turns turns = turns(Tests.tests(2, Verdict.OBSERVED));
    turns.ended(turns.next().orElseThrow(), bad(), 500);
    Turn running = turns.next().orElseThrow();
    turns.stop();
    turns.ended(running, Tests.STOPPED, 500);

    assertThat(turns.next()).isEmpty();
    RunReport report = turns.report(DIRECTORY);
    assertThat(report.stopped()).isTrue();
    assertThat(report.rows())
        .extracting(Row::verdict)
        .containsExactly(Verdict.OBSERVED, Verdict.NOT_RUN);
  }

  @Test
  void aTestDoesNotRunBesideItself() throws InterruptedException {
    Turns turns = turns(Tests.tests(2, Verdict.NOT_OBSERVED));
    Turn first = turns.next().orElseThrow();
    Turn second = turns.next().orElseThrow();
    assertThat(first.test()).isNotEqualTo(second.test());
    turns.ended(second, good(1), 500);
    assertThat(turns.next().orElseThrow().test()).isEqualTo(second.test());
  }

  @Test
  void actorsYieldOnlyWhereTheyOutnumberTheProcessors() throws InterruptedException {
    List<StressTest> three = List.of(Tests.test(3, "", Verdict.OBSERVED));
    assertThat(turns(three).next().orElseThrow().spec().yielding()).isTrue();
    List<StressTest> two = List.of(Tests.test(2, "", Verdict.OBSERVED));
    assertThat(turns(two).next().orElseThrow().spec().yielding()).isFalse();
  }

  @Test
  void progressCountsWhatIsSettledAndEstimatesTheRest() throws InterruptedException {
    Turns turns = turns(Tests.tests(2, Verdict.NOT_OBSERVED));
    turns.ended(turns.next().orElseThrow(), after(Duration.ofSeconds(2), bad()), 2000);

    Progress progress = turns.progress("next");
    assertThat(progress.done()).isEqualTo(1);
    assertThat(progress.total()).isEqualTo(2);
    assertThat(progress.observed()).isEqualTo(1);
    assertThat(progress.forks()).isEqualTo(1);
    assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(2));
    assertThat(progress.remaining()).isEqualTo(Duration.ofSeconds(16));
    assertThat(turns.progress(null).remaining()).isZero();
  }

  private Turns turns(List<StressTest> tests) {
    return new Turns(new RunOptions(tests, Budget.QUICK, 42, DIRECTORY), 2, 1, () -> nanos);
  }

  private ForkResult after(Duration duration, ForkResult result) {
    nanos += duration.toNanos();
    return result;
  }

  private static List<Turn> play(Turns turns, Function<Turn, ForkResult> fork)
      throws InterruptedException {
    List<Turn> played = new ArrayList<>();
    for (Optional<Turn> turn = turns.next(); turn.isPresent(); turn = turns.next()) {
      played.add(turn.get());
      turns.ended(turn.get(), fork.apply(turn.get()), 500);
    }
    return played;
  }
}
