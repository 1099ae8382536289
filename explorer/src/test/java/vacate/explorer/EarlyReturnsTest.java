// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** A timed wait may be over for no reason before its time, which only some can tell. */
class EarlyReturnsTest {
  private static final String ASSUMED = "timed waits that do not end early for no reason";

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ParksAndLooks {
    @Actor
    public void a(Z_Result r) {
      long begun = System.nanoTime();
      LockSupport.parkNanos(1_000_000_000);
      r.r1 = System.nanoTime() - begun >= 1_000_000_000;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class WaitsAndLooks {
    @Actor
    public void a(Z_Result r) throws InterruptedException {
      long begun = System.nanoTime();
      synchronized (this) {
        wait(1_000);
      }
      r.r1 = System.nanoTime() - begun >= 1_000_000_000;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class IsToldWhatIsLeft {
    final ReentrantLock lock = new ReentrantLock();
    final Condition condition = lock.newCondition();

    @Actor
    public void a(Z_Result r) throws InterruptedException {
      lock.lock();
      r.r1 = condition.awaitNanos(1_000) > 0;
      lock.unlock();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {ParksAndLooks.class, WaitsAndLooks.class, IsToldWhatIsLeft.class})
  void whoCanTellHasTheResultAssumeIt(Class<?> type) {
    Result r = explore(type);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).contains(ASSUMED);
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Parks {
    volatile boolean flag;

    @Actor
    public void a(Z_Result r) {
      LockSupport.parkNanos(1_000_000_000);
      r.r1 = flag;
    }

    @Actor
    public void b() {
      flag = true;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class SleepsAndLooks {
    @Actor
    public void a(Z_Result r) throws InterruptedException {
      long begun = System.nanoTime();
      Thread.sleep(1_000);
      r.r1 = System.nanoTime() - begun >= 1_000_000_000;
    }
  }

  /** Code of the JDK goes on waiting for what is left. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PollsAndLooks {
    final ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);

    @Actor
    public void a(Z_Result r) throws InterruptedException {
      long begun = System.nanoTime();
      queue.poll(1, TimeUnit.SECONDS);
      r.r1 = System.nanoTime() - begun >= 1_000_000_000;
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Parks.class, SleepsAndLooks.class, PollsAndLooks.class})
  void whoCannotHasNothingAssumed(Class<?> type) {
    Result r = explore(type);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(String.valueOf(r.assumes())).doesNotContain(ASSUMED);
  }

  private static Result explore(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    StressTest test = new TestReader(loader).read(type.getName()).orElseThrow();
    return Explorer.explore(test, loader, Set.of(MemoryModel.SC), Settings.DEFAULT, Progress.NONE)
        .get(MemoryModel.SC);
  }
}
