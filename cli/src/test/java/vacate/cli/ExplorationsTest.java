// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vacate.explorer.Deadline;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;

class ExplorationsTest {
  private static final List<StressTest> TESTS = List.of(test("a.A"), test("a.B"), test("a.C"));

  private final List<Result> seen = new ArrayList<>();

  private static StressTest test(String name) {
    return new StressTest(name, List.of(), null, null, false, name, List.of(), null);
  }

  private static Map<MemoryModel, Result> proved(StressTest test, Set<MemoryModel> models) {
    Map<MemoryModel, Result> results = new EnumMap<>(MemoryModel.class);
    for (MemoryModel m : models) {
      results.put(m, new Result(test.name(), m, Verdict.PROVED, null, 1, 0, 1, null, List.of()));
    }
    return results;
  }

  @Test
  void anInternalErrorTakesNoOtherResultWithIt() {
    Explorations<StressTest> explorations =
        new Explorations<>(
            StressTest::name,
            (test, models) -> {
              if (test.name().equals("a.B")) {
                throw new IllegalStateException(new AssertionError("the cause"));
              }
              return proved(test, models);
            },
            () -> false);

    List<Result> results = explorations.run(TESTS, List.of(SC, TSO), 1, seen::add);

    assertThat(results)
        .extracting(Result::test)
        .containsExactly("a.A", "a.A", "a.B", "a.B", "a.C", "a.C");
    assertThat(seen).isEqualTo(results);
    assertThat(results.get(2).verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(results.get(2).reason()).startsWith("internal error: ").contains("the cause");
    assertThat(results.get(4).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(explorations.hasFailed()).isTrue();
  }

  @Test
  void stoppingLeavesWhatIsAtWorkAndKeepsWhatIsDone() throws InterruptedException {
    CountDownLatch atWork = new CountDownLatch(1);
    Explorations<StressTest> explorations =
        new Explorations<>(
            StressTest::name,
            (test, models) -> {
              if (test.name().equals("a.A")) {
                return proved(test, models);
              }
              try {
                atWork.countDown();
                new CountDownLatch(1).await();
                throw new AssertionError("woken by nobody");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            () -> false);
    List<Result> results = new ArrayList<>();
    Thread run =
        new Thread(() -> results.addAll(explorations.run(TESTS, List.of(SC), 1, seen::add)));

    run.start();
    atWork.await();
    explorations.stop();
    run.join();

    assertThat(seen).extracting(Result::test).containsExactly("a.A");
    assertThat(results).extracting(Explorations::isStopped).containsExactly(false, true, true);
    assertThat(explorations.hasFailed()).isFalse();
    assertThat(ExploreProgress.summary(results)).isEqualTo("1 PROVED, 2 interrupted");
    assertThat(ExploreProgress.notRun(results)).isEmpty();
  }

  @Test
  void whatAStoppedExplorationHasFoundIsKept() throws InterruptedException {
    CountDownLatch atWork = new CountDownLatch(1);
    Explorations<StressTest> explorations =
        new Explorations<>(
            StressTest::name,
            (test, models) -> {
              atWork.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              boolean shown = test.name().equals("a.A");
              return Map.of(
                  SC,
                  new Result(
                      test.name(),
                      SC,
                      shown ? Verdict.REFUTED : Verdict.BOUNDED,
                      "interrupted early",
                      shown ? 7 : 0,
                      0,
                      1,
                      null,
                      List.of()));
            },
            () -> false);
    List<Result> results = new ArrayList<>();
    Thread run =
        new Thread(() -> results.addAll(explorations.run(TESTS, List.of(SC), 1, seen::add)));

    run.start();
    atWork.await();
    explorations.stop();
    run.join();

    assertThat(seen).extracting(Result::test).containsExactly("a.A");
    assertThat(seen.get(0).executions()).isEqualTo(7);
    assertThat(ExploreProgress.summary(results)).isEqualTo("1 REFUTED, 2 interrupted");
  }

  @Test
  void whatIsNotBegunInTimeSaysSo() {
    AtomicLong clock = new AtomicLong();
    Explorations<StressTest> explorations =
        new Explorations<>(
            StressTest::name,
            (test, models) -> {
              clock.addAndGet(Duration.ofSeconds(6).toNanos());
              return proved(test, models);
            },
            Deadline.in(Duration.ofSeconds(10), clock::get, "10 s for the run")::isPast);

    List<Result> results = explorations.run(TESTS, List.of(SC, TSO), 1, seen::add);

    assertThat(seen).extracting(Result::test).containsExactly("a.A", "a.A", "a.B", "a.B");
    assertThat(results).hasSize(6);
    assertThat(results.get(4).verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(results.get(4).reason()).isEqualTo("not begun: the time for the run is over");
    assertThat(ExploreProgress.summary(results)).isEqualTo("4 PROVED, 2 not begun in time");
    assertThat(ExploreProgress.notRun(results)).isEmpty();
    assertThat(VerdictTable.lines(results)).contains("  -         -         a.C");
  }
}
