// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.Locking;
import vacate.explorer.cases.Ordering;
import vacate.explorer.cases.Stopped;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** What an exploration has found is kept, whatever stops it. */
class StoppedEarlyTest {
  private static final ClassLoader LOADER = StoppedEarlyTest.class.getClassLoader();

  @Test
  void anInterruptKeepsWhatWasFound() {
    Thread explorer = Thread.currentThread();
    Result r = explore(Stopped.Endless.class, Bounds.DEFAULT, state -> explorer.interrupt());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.reason()).startsWith("interrupted after " + r.executions());
    assertThat(r.executions()).isPositive().isEqualTo(found(r));
  }

  @Test
  void aBoundKeepsWhatWasFound() {
    Result r = explore(Ordering.PlainDekker.class, new Bounds(5, 3), Progress.NONE);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.reason()).isEqualTo("stopped early after 3 executions");
    assertThat(r.executions()).isEqualTo(3).isEqualTo(found(r));
  }

  @Test
  void anActorThatIsTooLongKeepsWhatWasFoundBefore() {
    Result r = explore(Stopped.TooLong.class, Bounds.DEFAULT, Progress.NONE);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.reason()).startsWith("a loop was cut off after 10000 iterations, at ");
    assertThat(r.outcomeIds()).containsExactly("1");
    assertThat(r.outcome("1").witness()).isNotNull();
  }

  /** Where nothing forbidden was found nothing is claimed. */
  @Test
  void whatWasStoppedIsNeverProved() {
    Result r = explore(Ordering.VolatileDekker.class, new Bounds(5, 2), Progress.NONE);
    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.outcomeIds()).isNotEmpty();
  }

  @Test
  void timeThatIsOverKeepsWhatWasFound() {
    Result r = explore(Stopped.Endless.class, 5, Set.of(SC)).get(SC);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.reason()).isEqualTo("stopped early after 6 executions: 5 s for the test are over");
    assertThat(r.executions()).isEqualTo(6).isEqualTo(found(r)); // the fifth came with its image
    assertThat(r.outcomes().get(0).witness().advice().executions()).isZero();
  }

  @Test
  void whereNothingBadWasFoundInTimeIsBounded() {
    Result r = explore(Ordering.VolatileDekker.class, 2, Set.of(SC)).get(SC);
    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.executions()).isEqualTo(2);
  }

  /** Else Ctrl-C would have to wait for some hundred thousand executions more. */
  @Test
  void whoIsInterruptedIsGivenNoAdvice() {
    Result r = explore(Ordering.PlainDekker.class, Bounds.DEFAULT, Progress.NONE);
    Witness witness = r.outcome("0, 0").witness();
    Thread.currentThread().interrupt();
    Advice advice = witness.advice();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(advice).isEqualTo(Advice.NONE);
  }

  /** The pass is over, and no model is begun anew; each says what the pass has seen of it. */
  @Test
  void timeThatIsOverIsOverForAllModels() {
    Map<MemoryModel, Result> all = explore(Stopped.Endless.class, 20, Set.of(SC, TSO, JMM));
    assertThat(all.get(JMM).executions()).isEqualTo(20);
    assertThat(all.values())
        .allSatisfy(
            r ->
                assertThat(r.reason())
                    .startsWith("stopped early after " + r.executions() + " executions: "));
  }

  @Test
  void theFirstBadOutcomeIsEnough() {
    Result r = first(Stopped.Endless.class, Until.REFUTED, Set.of(JMM)).get(JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.reason()).isEqualTo("stopped at a bad outcome, after 2 executions");
    assertThat(r.executions()).isEqualTo(2).isEqualTo(found(r)); // it came with its image
  }

  @Test
  void anInterestingOutcomeIsEnoughWhereItCountsAsBad() {
    assertThat(first(Stopped.Interesting.class, Until.REFUTED, Set.of(JMM)).get(JMM).reason())
        .isNull();
    assertThat(
            first(Stopped.Interesting.class, Until.REFUTED_STRICTLY, Set.of(JMM)).get(JMM).reason())
        .startsWith("stopped at a bad outcome");
  }

  @Test
  void aDeadlockIsABadOutcome() {
    Result r = first(Locking.WrongOrder.class, Until.REFUTED, Set.of(SC)).get(SC);
    assertThat(r.outcomeIds()).contains("deadlock");
    assertThat(r.reason()).startsWith("stopped at a bad outcome");
  }

  /** SC has no bad outcome of the test, so that the pass has to be exhausted. */
  @Test
  void oneModelsBadOutcomeIsNotTheOthers() {
    Map<MemoryModel, Result> all =
        first(Ordering.PlainDekker.class, Until.REFUTED, Set.of(SC, TSO, JMM));
    assertThat(all.get(SC).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(all.get(JMM).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(all.get(JMM)).extracting(Result::reason).isNull();

    Map<MemoryModel, Result> both =
        first(Ordering.PlainDekker.class, Until.REFUTED, Set.of(TSO, JMM));
    assertThat(both.values())
        .allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.REFUTED))
        .allSatisfy(r -> assertThat(r.reason()).startsWith("stopped at a bad outcome"));
  }

  private static Map<MemoryModel, Result> first(
      Class<?> test, Until until, Set<MemoryModel> models) {
    return explore(test, Settings.DEFAULT.workers(2).until(until), models);
  }

  /** By a clock that goes a second at each execution, and as the test begins. */
  private static Map<MemoryModel, Result> explore(
      Class<?> test, int seconds, Set<MemoryModel> models) {
    AtomicLong clock = new AtomicLong();
    long second = Duration.ofSeconds(1).toNanos();
    Deadline deadline =
        Deadline.in(
            Duration.ofSeconds(seconds + 1),
            () -> clock.getAndAdd(second),
            seconds + " s for the test");
    return explore(test, Settings.DEFAULT.by(deadline), models);
  }

  private static Map<MemoryModel, Result> explore(
      Class<?> test, Settings settings, Set<MemoryModel> models) {
    StressTest read = new TestReader(LOADER).read(test.getName()).orElseThrow();
    return Explorer.explore(read, LOADER, models, settings, Progress.NONE);
  }

  private static long found(Result r) {
    return r.outcomes().stream().mapToLong(Outcome::executions).sum();
  }

  private static Result explore(Class<?> test, Bounds bounds, Progress progress) {
    StressTest read = new TestReader(LOADER).read(test.getName()).orElseThrow();
    return Explorer.explore(
        read, LOADER, test == Stopped.TooLong.class ? SC : JMM, bounds, progress);
  }
}
