// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Mutual exclusion and waiting. */
public final class Locking {
  private Locking() {}

  @JCStressTest
  @State
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  public static class Monitors {
    int n;

    synchronized int next() {
      return ++n;
    }

    @Actor
    public void left(II_Result r) {
      synchronized (this) {
        r.r1 = next();
      }
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = next();
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  public static class Reentrant {
    final Lock lock = new ReentrantLock();
    int n;

    private int next() {
      lock.lock();
      try {
        return ++n;
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void left(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = next();
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  public static class Permits {
    final Semaphore permits = new Semaphore(1);
    int n;

    private int next() {
      permits.acquireUninterruptibly();
      int mine = ++n;
      permits.release();
      return mine;
    }

    @Actor
    public void left(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = next();
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  public static class SpinLock {
    final AtomicInteger lock = new AtomicInteger();
    int n;

    private int next() {
      while (lock.getAndSet(1) != 0) {
        do {
          Thread.onSpinWait();
        } while (lock.get() != 0);
      }
      int mine = ++n;
      lock.set(0);
      return mine;
    }

    @Actor
    public void left(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = next();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WrongOrder {
    final Object a = new Object();
    final Object b = new Object();
    int n;

    @Actor
    public void ab() {
      synchronized (a) {
        synchronized (b) {
          n++;
        }
      }
    }

    @Actor
    public void ba() {
      synchronized (b) {
        synchronized (a) {
          n++;
        }
      }
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = n;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  public static class LostWakeUp {
    volatile boolean go;
    int n;

    @Actor
    public void waiter(I_Result r) {
      while (!go) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void waker() {
      if (n == 1) {
        go = true;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  public static class TwoFlags {
    volatile int a;
    volatile int b;

    @Actor
    public void waiter(I_Result r) {
      while (a == 0 && b == 0) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void wakeA() {
      a = 1;
    }

    @Actor
    public void wakeB() {
      b = 1;
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  public static class Loop {
    volatile boolean stop;

    @Actor
    public void actor() {
      while (!stop) {
        // the explorer sees that nothing changes
      }
    }

    @Signal
    public void signal() {
      stop = true;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "2", expect = Expect.ACCEPTABLE)
  public static class WeakLoop {
    final AtomicInteger n = new AtomicInteger();

    private void add() {
      int old;
      do {
        old = n.get();
      } while (!n.weakCompareAndSetVolatile(old, old + 1));
    }

    @Actor
    public void left() {
      add();
    }

    @Actor
    public void right() {
      add();
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = n.get();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Counting {
    volatile boolean stop;
    int turns;

    @Actor
    public void turning(I_Result r) {
      while (!stop) {
        turns++;
      }
      r.r1 = turns;
    }

    @Actor
    public void stopping() {
      stop = true;
    }
  }

  /** Inner and outer turns look alike, and are not: the outer one goes on. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Recursive {
    volatile int x;

    private int rounds(int depth) {
      int sum = 0;
      for (int i = 0; i < 2; i++) {
        sum += x + (depth > 0 ? rounds(depth - 1) : 0);
      }
      return sum;
    }

    @Actor
    public void actor(I_Result r) {
      r.r1 = rounds(2);
    }
  }
}
