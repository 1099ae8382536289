// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Whoever waits may keep others waiting that could go on. */
public final class SemaphoreQueues {
  private SemaphoreQueues() {}

  /** The one that waits for two lets nobody pass. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class FairWantsTwo {
    private final Semaphore semaphore = new Semaphore(1, true);

    @Actor
    public void two(II_Result r) throws InterruptedException {
      semaphore.acquire(2);
      r.r1 = 1;
    }

    @Actor
    public void one(II_Result r) throws InterruptedException {
      semaphore.acquire();
      semaphore.release(2);
      r.r2 = 1;
    }
  }

  /** One that is not fair lets them pass, but for those that wait behind. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class WantsTwo {
    private final Semaphore semaphore = new Semaphore(1);

    @Actor
    public void two(II_Result r) throws InterruptedException {
      semaphore.acquire(2);
      r.r1 = 1;
    }

    @Actor
    public void one(II_Result r) throws InterruptedException {
      semaphore.acquire();
      semaphore.release(2);
      r.r2 = 1;
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class WaitsBehind {
    private final Semaphore semaphore = new Semaphore(0);

    @Actor
    public void two(II_Result r) {
      semaphore.acquireUninterruptibly(2);
      r.r1 = 1;
    }

    @Actor
    public void one(II_Result r) throws InterruptedException {
      semaphore.acquire();
      semaphore.release(2);
      r.r2 = 1;
    }

    @Actor
    public void releases() {
      semaphore.release();
    }
  }

  /** Behind one that waits for two, the time may be up. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class FairForAWhile {
    private final Semaphore semaphore = new Semaphore(1, true);

    @Actor
    public void two(ZI_Result r) throws InterruptedException {
      semaphore.acquire(2);
    }

    @Actor
    public void one(ZI_Result r) throws InterruptedException {
      r.r1 = semaphore.tryAcquire(1, MILLISECONDS);
      r.r2 = semaphore.availablePermits();
      semaphore.release(2);
    }
  }

  /** Nor does one without a time wait, or one that only tries. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class FairOnlyTries {
    private final Semaphore semaphore = new Semaphore(1, true);

    @Actor
    public void two(ZZ_Result r) throws InterruptedException {
      semaphore.acquire(2);
    }

    @Actor
    public void one(ZZ_Result r) throws InterruptedException {
      r.r1 = semaphore.tryAcquire(0, MILLISECONDS);
      r.r2 = semaphore.tryAcquire();
      semaphore.release(2);
    }
  }

  /** Who gives up lets those behind go on. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class GivesUp {
    private final Semaphore semaphore = new Semaphore(1, true);

    @Actor
    public void two(ZI_Result r) throws InterruptedException {
      r.r1 = semaphore.tryAcquire(2, 1, MILLISECONDS);
    }

    @Actor
    public void one(ZI_Result r) throws InterruptedException {
      semaphore.acquire();
      r.r2 = 1;
    }
  }

  /** So does who is interrupted. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class IsInterrupted {
    private final Semaphore semaphore = new Semaphore(1, true);
    private volatile Thread waits;

    @Actor
    public void two(ZI_Result r) {
      waits = Thread.currentThread();
      try {
        semaphore.acquire(2);
      } catch (InterruptedException e) {
        r.r1 = true;
      }
    }

    @Actor
    public void one(ZI_Result r) throws InterruptedException {
      Thread thread = waits;
      if (thread != null) {
        thread.interrupt();
        semaphore.acquire();
        r.r2 = 1;
      }
    }
  }

  /** Of those that wait nobody learns anything. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class OrdersNothing {
    private final Semaphore semaphore = new Semaphore(1);
    private int x;

    @Actor
    public void two(ZI_Result r) throws InterruptedException {
      x = 1;
      semaphore.acquire(2);
    }

    @Actor
    public void releases(ZI_Result r) throws InterruptedException {
      semaphore.release();
      r.r1 = semaphore.availablePermits() == 0;
      r.r2 = x;
    }
  }

  /** Two that want the same can change places. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Alike {
    private final Semaphore semaphore = new Semaphore(1, true);

    @Actor
    public void one(ZZ_Result r) throws InterruptedException {
      r.r1 = semaphore.tryAcquire(2, 1, MILLISECONDS);
    }

    @Actor
    public void other(ZZ_Result r) throws InterruptedException {
      r.r2 = semaphore.tryAcquire(2, 1, MILLISECONDS);
    }

    @Actor
    public void releases() {
      semaphore.release();
    }
  }

  /** At a fair lock that nobody has one may wait in vain, behind one that takes it later. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class FairLock {
    private final ReentrantLock lock = new ReentrantLock(true);

    @Actor
    public void releases(ZZ_Result r) throws InterruptedException {
      lock.lock();
      lock.unlock();
      r.r1 = lock.tryLock(1, MILLISECONDS);
      if (!r.r1) {
        r.r2 = lock.tryLock();
      }
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
    }

    @Actor
    public void waits() {
      lock.lock();
    }
  }
}
