// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import vacate.explorer.cases.Ordering;
import vacate.explorer.cases.Stopped;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;

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
    assertThat(r.reason()).isEqualTo("a loop was cut off after 10000 iterations");
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

  private static long found(Result r) {
    return r.outcomes().stream().mapToLong(Outcome::executions).sum();
  }

  private static Result explore(Class<?> test, Bounds bounds, Progress progress) {
    StressTest read = new TestReader(LOADER).read(test.getName()).orElseThrow();
    return Explorer.explore(
        read, LOADER, test == Stopped.TooLong.class ? SC : JMM, bounds, progress);
  }
}
