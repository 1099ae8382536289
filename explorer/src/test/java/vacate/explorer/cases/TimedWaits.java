// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Actors that wait for a while for what may come. */
public final class TimedWaits {
  private static final long DAY = 86_400_000_000_000L;

  private TimedWaits() {}

  /** A lock that the other may hold. */
  public abstract static class Locked {
    final ReentrantLock lock = new ReentrantLock();

    /** How long it was waited in vain; -1 if it was not in vain. */
    long waited() throws InterruptedException {
      long begun = System.nanoTime();
      if (lock.tryLock(1, TimeUnit.DAYS)) {
        lock.unlock();
        return -1;
      }
      return System.nanoTime() - begun;
    }

    void locks() {
      lock.lock();
      lock.unlock();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LockInTimeOrADay extends Locked {
    @Actor
    public void a(Z_Result r) throws InterruptedException {
      long waited = waited();
      r.r1 = waited < 0 || waited >= DAY;
    }

    @Actor
    public void b() {
      locks();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LockInLessThanADay extends Locked {
    @Actor
    public void a(Z_Result r) throws InterruptedException {
      r.r1 = waited() < DAY;
    }

    @Actor
    public void b() {
      locks();
    }
  }

  /** Somebody sleeps, and then says so. */
  public abstract static class Sleeping {
    final long begun = System.nanoTime();
    volatile boolean slept;

    void sleeps() throws InterruptedException {
      TimeUnit.DAYS.sleep(1);
      slept = true;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OthersKnowOfTheDay extends Sleeping {
    @Actor
    public void a() throws InterruptedException {
      sleeps();
    }

    @Actor
    public void b(Z_Result r) {
      r.r1 = !slept || System.nanoTime() - begun >= DAY;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OthersLookWhenTheyLike extends Sleeping {
    @Actor
    public void a() throws InterruptedException {
      sleeps();
    }

    @Actor
    public void b(Z_Result r) {
      r.r1 = System.nanoTime() - begun >= DAY;
    }
  }

  /** Each for 292 years. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WaitsTwiceForAges {
    final LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();

    @Actor
    public void a(I_Result r) throws InterruptedException {
      for (int i = 0; i < 2; i++) {
        r.r1 += queue.poll(Long.MAX_VALUE, TimeUnit.NANOSECONDS) == null ? 1 : 0;
      }
    }
  }

  /** A permit that the other gives. */
  public abstract static class Permitted {
    final Semaphore semaphore = new Semaphore(0);

    long waited() throws InterruptedException {
      long begun = System.nanoTime();
      return semaphore.tryAcquire(1, TimeUnit.DAYS) ? -1 : System.nanoTime() - begun;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PermitInTimeOrADay extends Permitted {
    @Actor
    public void a(Z_Result r) throws InterruptedException {
      long waited = waited();
      r.r1 = waited < 0 || waited >= DAY;
    }

    @Actor
    public void b() {
      semaphore.release();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PermitInTime extends Permitted {
    @Actor
    public void a(Z_Result r) throws InterruptedException {
      r.r1 = waited() < 0;
    }

    @Actor
    public void b() {
      semaphore.release();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class UnitWaits {
    int x;

    @Actor
    public synchronized void a(I_Result r) throws InterruptedException {
      TimeUnit.MILLISECONDS.timedWait(this, 1);
      r.r1 = x;
    }

    @Actor
    public synchronized void b() {
      x = 1;
      notifyAll();
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class UnitWaitsLongEnough {
    int x;

    @Actor
    public synchronized void a(I_Result r) throws InterruptedException {
      TimeUnit.MILLISECONDS.timedWait(this, 1);
      r.r1 = x;
    }

    @Actor
    public synchronized void b() {
      x = 1;
      notifyAll();
    }
  }

  /** Which it looks at only if it is to wait. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class UnitWaitsWithoutTheMonitor {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      TimeUnit.SECONDS.timedWait(this, 0);
      try {
        TimeUnit.SECONDS.timedWait(this, 1);
      } catch (IllegalMonitorStateException e) {
        r.r1 = 1;
      }
    }
  }

  /** A thread that it waits for. */
  public abstract static class Joined {
    int x;

    void joins(I_Result r) throws InterruptedException {
      long begun = System.nanoTime();
      Thread thread = new Thread(() -> x = 1);
      thread.start();
      TimeUnit.DAYS.timedJoin(thread, 1);
      long waited = System.nanoTime() - begun;
      r.r1 = thread.isAlive() ? waited >= DAY ? 2 : 3 : x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1", "2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class UnitJoins extends Joined {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      joins(r);
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class UnitJoinsLongEnough extends Joined {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      joins(r);
    }
  }
}
