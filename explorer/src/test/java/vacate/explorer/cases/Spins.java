// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Loops that look as if they did nothing but wait. */
public final class Spins {
  private Spins() {}

  /** The slow path of a lock stores where it should swap: two can be inside. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class HintFirst {
    final AtomicInteger l = new AtomicInteger();
    int n;

    void inc() {
      if (!l.compareAndSet(0, 1)) {
        do {
          Thread.onSpinWait();
        } while (l.get() != 0);
        l.set(1);
      }
      n++;
      l.set(0);
    }

    @Actor
    public void a() {
      inc();
    }

    @Actor
    public void b() {
      inc();
    }

    @Actor
    public void c() {
      inc();
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = n;
    }
  }

  /** The same, with the hint after the test. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class HintLast {
    final AtomicInteger l = new AtomicInteger();
    int n;

    void inc() {
      if (!l.compareAndSet(0, 1)) {
        while (l.get() != 0) {
          Thread.onSpinWait();
        }
        l.set(1);
      }
      n++;
      l.set(0);
    }

    @Actor
    public void a() {
      inc();
    }

    @Actor
    public void b() {
      inc();
    }

    @Actor
    public void c() {
      inc();
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = n;
    }
  }

  /** The same, without a hint. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class NoHint {
    final AtomicInteger l = new AtomicInteger();
    int n;

    void inc() {
      if (!l.compareAndSet(0, 1)) {
        while (l.get() != 0) {}
        l.set(1);
      }
      n++;
      l.set(0);
    }

    @Actor
    public void a() {
      inc();
    }

    @Actor
    public void b() {
      inc();
    }

    @Actor
    public void c() {
      inc();
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = n;
    }
  }

  /** A hint in a method of its own, called before anything was tested. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class HintInMethod {
    volatile int f;

    private static void relax() {
      Thread.onSpinWait();
    }

    @Actor
    public void w() {
      f = 1;
    }

    @Actor
    public void r(I_Result r) {
      if (f == 0) {
        relax();
        while (f == 0) {
          relax();
        }
        r.r1 = 1;
      }
    }
  }

  /** The first turn writes, later ones change nothing: a waiter leaves its mark for the owner. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class LeavesMark {
    final AtomicInteger l = new AtomicInteger(1);

    @Actor
    public void owner(II_Result r) {
      r.r1 = l.getAndSet(0) == 2 ? 1 : 0;
    }

    @Actor
    public void waiter(II_Result r) {
      while (l.getAndSet(2) != 0) {
        Thread.onSpinWait();
      }
      r.r2 = 1;
    }
  }

  /** Leaves the loop by an exception after three turns. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class LeavesByException {
    volatile int f;

    @Actor
    public void w() {
      f = 1;
    }

    @Actor
    public void r(I_Result r) {
      int n = 0;
      try {
        while (f == 0) {
          Thread.onSpinWait();
          if (++n == 3) {
            throw new IllegalStateException();
          }
        }
        r.r1 = 1;
      } catch (IllegalStateException e) {
        r.r1 = 2;
      }
    }
  }

  /** Writes through a call; another actor counts the turns. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class WritesThroughCall {
    volatile int f, turns;

    private void turn() {
      turns++;
    }

    @Actor
    public void w(I_Result r) {
      r.r1 = turns;
      f = 1;
    }

    @Actor
    public void r() {
      while (f == 0) {
        Thread.onSpinWait();
        turn();
      }
    }
  }

  /** Waits with a value on the operand stack that the turn does not change. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class InExpression {
    volatile int x;

    @Actor
    public void w() {
      x = 1;
    }

    @Actor
    public void r(I_Result r) {
      r.r1 =
          5
              + switch (r.r1) {
                default -> {
                  while (x == 0) {}
                  yield x;
                }
              };
    }
  }

  /** Enters a monitor in each turn. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Monitor {
    int x;

    synchronized int get() {
      return x;
    }

    @Actor
    public synchronized void w() {
      x = 1;
    }

    @Actor
    public void r(I_Result r) {
      while (get() == 0) {}
      r.r1 = 1;
    }
  }

  /** A turn takes a lock that another actor tries: what it sees then must not be taken back. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class LockThatIsTried {
    final ReentrantLock l = new ReentrantLock();
    volatile int f;

    @Actor
    public void w(I_Result r) {
      if (l.tryLock()) {
        l.unlock();
      } else {
        r.r1 = 1;
      }
      f = 1;
    }

    @Actor
    public void r() {
      while (true) {
        l.lock();
        try {
          if (f == 1) {
            return;
          }
        } finally {
          l.unlock();
        }
      }
    }
  }

  /** A turn enters a monitor once more than it leaves it. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class HoldsMore {
    final ReentrantLock l = new ReentrantLock();
    volatile int f;

    @Actor
    public void w() {
      f = 1;
    }

    @Actor
    public void r(I_Result r) {
      l.lock();
      while (f == 0 && l.getHoldCount() < 4) {
        l.lock();
      }
      r.r1 = l.getHoldCount();
      while (l.isHeldByCurrentThread()) {
        l.unlock();
      }
    }
  }
}
