// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;

/**
 * Who waits for a minute or longer is taken to wait as long as it takes, if it may ever be over.
 */
class LongWaitsTest {
  private static final String ASSUMED = "waits of a minute and longer that are long enough";

  /** Both hold the lock for a while. */
  abstract static class Locks {
    final Lock lock;
    int value;

    Locks(Lock lock) {
      this.lock = lock;
    }

    int count(long time, TimeUnit unit) throws InterruptedException {
      if (!lock.tryLock(time, unit)) {
        return -1;
      }
      try {
        return ++value;
      } finally {
        lock.unlock();
      }
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Minute extends Locks {
    public Minute() {
      super(new ReentrantLock());
    }

    @Actor
    public void a(II_Result r) throws InterruptedException {
      r.r1 = count(1, TimeUnit.MINUTES);
    }

    @Actor
    public void b(II_Result r) throws InterruptedException {
      r.r2 = count(1, TimeUnit.MINUTES);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class MinuteOfCode extends Locks {
    public MinuteOfCode() {
      super(new ReentrantReadWriteLock().writeLock());
    }

    @Actor
    public void a(II_Result r) throws InterruptedException {
      r.r1 = count(1, TimeUnit.MINUTES);
    }

    @Actor
    public void b(II_Result r) throws InterruptedException {
      r.r2 = count(1, TimeUnit.MINUTES);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Second extends Locks {
    public Second() {
      super(new ReentrantLock());
    }

    @Actor
    public void a(II_Result r) throws InterruptedException {
      r.r1 = count(1, TimeUnit.MINUTES);
    }

    @Actor
    public void b(II_Result r) throws InterruptedException {
      r.r2 = count(1, TimeUnit.SECONDS);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Permits {
    final Semaphore permits = new Semaphore(0);

    @Actor
    public void a() {
      permits.release();
    }

    @Actor
    public void b(Z_Result r) throws InterruptedException {
      r.r1 = permits.tryAcquire(1, TimeUnit.DAYS);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Latch {
    final CountDownLatch latch = new CountDownLatch(1);

    @Actor
    public void a() {
      latch.countDown();
    }

    @Actor
    public void b(Z_Result r) throws InterruptedException {
      r.r1 = latch.await(1, TimeUnit.HOURS);
    }
  }

  /** Nobody counts down, so it is in vain. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class InVain {
    final CountDownLatch latch = new CountDownLatch(1);

    @Actor
    public void a(Z_Result r) throws InterruptedException {
      r.r1 = latch.await(1, TimeUnit.HOURS);
    }
  }

  /** The lock is held for longer than that. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Sleeps {
    final Lock lock = new ReentrantLock();

    @Actor
    public void a() throws InterruptedException {
      lock.lock();
      Thread.sleep(120_000);
      lock.unlock();
    }

    @Actor
    public void b(Z_Result r) throws InterruptedException {
      r.r1 = lock.tryLock(1, TimeUnit.MINUTES);
      if (r.r1) {
        lock.unlock();
      }
    }
  }

  /** Each waits for the other: one waits in vain, and the other then does not. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ForEachOther {
    final CountDownLatch one = new CountDownLatch(1);
    final CountDownLatch two = new CountDownLatch(1);

    @Actor
    public void a(ZZ_Result r) throws InterruptedException {
      r.r1 = one.await(1, TimeUnit.HOURS);
      two.countDown();
    }

    @Actor
    public void b(ZZ_Result r) throws InterruptedException {
      r.r2 = two.await(1, TimeUnit.HOURS);
      one.countDown();
    }
  }

  /** The program's own wait may return for no reason, though it is long enough. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Spurious {
    boolean told;

    @Actor
    public synchronized void a() {
      told = true;
      notify();
    }

    @Actor
    public synchronized void b(Z_Result r) throws InterruptedException {
      if (!told) {
        wait(60_000);
      }
      r.r1 = told;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Parks {
    volatile Thread parked;
    volatile boolean told;

    @Actor
    public void a() {
      Thread other = parked;
      while (other == null) {
        other = parked;
      }
      told = true;
      LockSupport.unpark(other);
    }

    @Actor
    public void b(Z_Result r) {
      parked = Thread.currentThread();
      LockSupport.parkNanos(60_000_000_000L);
      r.r1 = told;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ParksUntil extends Parks {
    @Override
    @Actor
    public void a() {
      super.a();
    }

    @Override
    @Actor
    public void b(Z_Result r) {
      parked = Thread.currentThread();
      LockSupport.parkUntil(this, Long.MAX_VALUE);
      r.r1 = told;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Signalled {
    final Lock lock = new ReentrantLock();
    final Condition told = lock.newCondition();
    boolean is;

    @Actor
    public void a() {
      lock.lock();
      is = true;
      told.signal();
      lock.unlock();
    }

    @Actor
    public void b(Z_Result r) throws InterruptedException {
      lock.lock();
      long left = TimeUnit.MINUTES.toNanos(1);
      while (!is && left > 0) {
        left = told.awaitNanos(left);
      }
      r.r1 = is;
      lock.unlock();
    }
  }

  private static Result explored(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(LongWaitsTest.class.getName() + "$" + name), SC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Minute       | 1, 2 & 2, 1",
        "MinuteOfCode | 1, 2 & 2, 1",
        "Permits      | true",
        "Latch        | true",
        "Spurious     | true & false",
        "Parks        | true & false",
        "ParksUntil   | true & false",
        "Signalled    | true",
      })
  void aLongWaitIsLongEnough(String name, String outcomes) throws ClassNotFoundException {
    Result r = explored(name);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder(outcomes.split(" & "));
    assertThat(r.assumes()).contains(ASSUMED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "InVain       | false",
        "Second       | 1, 2 & 2, 1 & 1, -1 & -1, 1",
        "Sleeps       | false & true",
        "ForEachOther | false, false & false, true & true, false",
      })
  void butWhatNeverComesOrTakesItsTimeIsWaitedForInVain(String name, String outcomes)
      throws ClassNotFoundException {
    Result r = explored(name);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder(outcomes.split(" & "));
    assertThat(String.valueOf(r.assumes())).doesNotContain(ASSUMED);
  }

  @Test
  void aTokenSaysThatWaitsEnd() throws ClassNotFoundException {
    String token = explored("ForEachOther").outcome("false, true").witness().token();
    ClassLoader loader = LongWaitsTest.class.getClassLoader();
    StressTest test = new TestReader(loader).read(ForEachOther.class.getName()).orElseThrow();

    assertThat(Explorer.replay(test, loader, SC, token).execution().outcome())
        .isEqualTo("false, true");
  }
}
