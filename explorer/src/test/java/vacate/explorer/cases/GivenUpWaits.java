// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZZ_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Who waits at a monitor or a condition gives up when its time is up, or an interrupt comes, and
 * then has to take the lock again, which others may have and notify it in vain.
 */
public final class GivenUpWaits {
  private GivenUpWaits() {}

  /** How it has ended, what it sees, and whether it is interrupted then. */
  public abstract static class Waiter {
    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    boolean done;
    Thread waiter;

    interface Wait {
      String end() throws InterruptedException;
    }

    private void waits(Wait wait, LZZ_Result r) {
      waiter = Thread.currentThread();
      try {
        r.r1 = done ? "done" : wait.end();
      } catch (InterruptedException e) {
        r.r1 = "interrupted";
      }
      r.r2 = done;
      r.r3 = Thread.interrupted();
    }

    void atCondition(LZZ_Result r) {
      lock.lock();
      waits(
          () -> {
            changed.await();
            return "back";
          },
          r);
      lock.unlock();
    }

    void atConditionForAWhile(LZZ_Result r) {
      lock.lock();
      waits(() -> changed.await(1, TimeUnit.MILLISECONDS) ? "signalled" : "in vain", r);
      lock.unlock();
    }

    synchronized void atMonitor(LZZ_Result r) {
      waits(
          () -> {
            wait();
            return "back";
          },
          r);
    }

    synchronized void atMonitorForAWhile(LZZ_Result r) {
      waits(
          () -> {
            wait(1);
            return "back";
          },
          r);
    }

    boolean signalled() {
      lock.lock();
      try {
        return done || changed.await(1, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      } finally {
        lock.unlock();
      }
    }

    void signals() {
      lock.lock();
      done = true;
      changed.signal();
      lock.unlock();
    }

    void interrupts() {
      if (waiter != null) {
        waiter.interrupt();
      }
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class InterruptedAndSignalled extends Waiter {
    @Actor
    public void waits(LZZ_Result r) {
      atCondition(r);
    }

    @Actor
    public void signals() {
      lock.lock();
      interrupts();
      done = true;
      changed.signal();
      lock.unlock();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class InterruptedAndAllSignalled extends Waiter {
    @Actor
    public void waits(LZZ_Result r) {
      atCondition(r);
    }

    @Actor
    public void signals() {
      lock.lock();
      interrupts();
      done = true;
      changed.signalAll();
      lock.unlock();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class SignalledAndInterrupted extends Waiter {
    @Actor
    public void waits(LZZ_Result r) {
      atCondition(r);
    }

    @Actor
    public void signals() {
      lock.lock();
      done = true;
      changed.signal();
      interrupts();
      lock.unlock();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class InterruptedAndSignalledInTime extends Waiter {
    @Actor
    public void waits(LZZ_Result r) {
      atConditionForAWhile(r);
    }

    @Actor
    public void signals() {
      lock.lock();
      interrupts();
      done = true;
      changed.signal();
      lock.unlock();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class SignalledInTimeAndInterrupted extends Waiter {
    @Actor
    public void waits(LZZ_Result r) {
      atConditionForAWhile(r);
    }

    @Actor
    public void signals() {
      lock.lock();
      done = true;
      changed.signalAll();
      interrupts();
      lock.unlock();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class InterruptedAndNotified extends Waiter {
    @Actor
    public void waits(LZZ_Result r) {
      atMonitor(r);
    }

    @Actor
    public synchronized void notifies() {
      interrupts();
      done = true;
      notify();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class InterruptedAndNotifiedInTime extends Waiter {
    @Actor
    public void waits(LZZ_Result r) {
      atMonitorForAWhile(r);
    }

    @Actor
    public synchronized void notifies() {
      interrupts();
      done = true;
      notify();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class NotifiedInTimeAndInterrupted extends Waiter {
    @Actor
    public void waits(LZZ_Result r) {
      atMonitorForAWhile(r);
    }

    @Actor
    public synchronized void notifies() {
      done = true;
      notifyAll();
      interrupts();
    }
  }

  /** Two that wait, and one signal. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class OneSignalForTwo extends Waiter {
    @Actor
    public void a(ZZ_Result r) {
      r.r1 = signalled();
    }

    @Actor
    public void b(ZZ_Result r) {
      r.r2 = signalled();
    }

    @Actor
    public void c() {
      signals();
    }
  }

  /** One of them waits for as long as it takes: somebody is there whom the signal reaches. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class OneWaitsForEver extends Waiter {
    @Actor
    public void a(ZZ_Result r) {
      r.r1 = signalled();
    }

    @Actor
    public void b(ZZ_Result r) {
      lock.lock();
      while (!done) {
        changed.awaitUninterruptibly();
      }
      r.r2 = done;
      lock.unlock();
    }

    @Actor
    public void c() {
      signals();
      signals();
    }
  }

  /**
   * Whether a thread had come before, and what another comes to that waits for {@code turn}: it may
   * see what is there for a while.
   */
  public abstract static class Passing {
    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    boolean waiting;
    int turn;
  }

  /** Waits without an end, and may come back for no reason. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class PassesSomeCondition extends Passing {
    @Actor
    public void waits(ZI_Result r) throws InterruptedException {
      lock.lock();
      waiting = true;
      while (turn == 0) {
        changed.await();
      }
      r.r2 = turn;
      lock.unlock();
    }

    @Actor
    public void signals(ZI_Result r) {
      lock.lock();
      r.r1 = waiting;
      turn = 2;
      lock.unlock();
      lock.lock();
      turn = 3;
      changed.signal();
      lock.unlock();
    }
  }

  /** Likewise, at a monitor. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class PassesSomeMonitor extends Passing {
    @Actor
    public synchronized void waits(ZI_Result r) throws InterruptedException {
      waiting = true;
      while (turn == 0) {
        wait();
      }
      r.r2 = turn;
    }

    @Actor
    public void notifies(ZI_Result r) {
      synchronized (this) {
        r.r1 = waiting;
        turn = 2;
      }
      synchronized (this) {
        turn = 3;
        notify();
      }
    }
  }

  /** Nobody notifies it: it looks again when its time is up. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class LooksAgain extends Passing {
    @Actor
    public synchronized void waits(ZI_Result r) throws InterruptedException {
      waiting = true;
      while (turn == 0) {
        wait(1);
      }
      r.r2 = turn;
    }

    @Actor
    public void changes(ZI_Result r) {
      synchronized (this) {
        r.r1 = waiting;
        turn = 2;
      }
      synchronized (this) {
        turn = 3;
      }
    }
  }

  /** Two that take turns, and tell each other nothing. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class TakesTurns extends Passing {
    @Actor
    public void one(ZI_Result r) throws InterruptedException {
      lock.lock();
      turn = 1;
      while (turn != 2) {
        changed.await(1, TimeUnit.MILLISECONDS);
      }
      r.r2 = turn;
      lock.unlock();
    }

    @Actor
    public void other(ZI_Result r) throws InterruptedException {
      lock.lock();
      while (turn != 1) {
        changed.await(1, TimeUnit.MILLISECONDS);
      }
      turn = 2;
      r.r1 = true;
      lock.unlock();
    }
  }

  /** What a turn was about decides about what it does when it is back. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class RemembersTheTurn extends Passing {
    private int extra;

    @Actor
    public synchronized void waits(ZI_Result r) throws InterruptedException {
      while (turn != 9) {
        int before = turn;
        wait(1);
        if (before == 1 && extra == 5) {
          r.r1 = true;
        }
      }
    }

    @Actor
    public void changes() {
      synchronized (this) {
        turn = 1;
      }
      synchronized (this) {
        turn = 2;
        extra = 5;
      }
      synchronized (this) {
        turn = 9;
      }
    }
  }
}
