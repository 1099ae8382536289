// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Threads that wait for each other by monitors, permits and interrupts. */
public class WaitingThreads {
  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class ParksInALoop {
    volatile boolean flag;
    volatile Thread w;
    int n;

    @Actor
    public void a() {
      n = 1;
      flag = true;
      LockSupport.unpark(w);
    }

    @Actor
    public void b(I_Result r) {
      w = Thread.currentThread();
      while (!flag) LockSupport.park();
      r.r1 = n;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class ParksOnce {
    volatile Thread w;
    int n;

    @Actor
    public void a() {
      n = 1;
      LockSupport.unpark(w);
    }

    @Actor
    public void b(I_Result r) {
      w = Thread.currentThread();
      LockSupport.park();
      r.r1 = n;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class WaitsOnce {
    boolean set;

    @Actor
    public void a() {
      synchronized (this) {
        set = true;
      }
      synchronized (this) {
        notify();
      }
    }

    @Actor
    public void b(I_Result r) throws Exception {
      synchronized (this) {
        if (!set) wait();
      }
      r.r1 = 1;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class NobodyNotifies {
    boolean set;

    @Actor
    public synchronized void a() {
      set = true;
    }

    @Actor
    public synchronized void b(I_Result r) throws Exception {
      while (!set) wait();
      r.r1 = 1;
    }
  }

  /** Which thread runs the arbiter is not said; with one actor it is that actor's. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ArbiterFindsWhatAnActorLeft {
    final ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 7);

    @Actor
    public void a() {
      local.set(1);
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = local.get();
    }
  }

  /** What the arbiter itself puts there it finds. */
  @JCStressTest
  @Outcome(id = "2", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class ArbiterFindsItsOwn {
    final ThreadLocal<Integer> local = new ThreadLocal<>();

    @Actor
    public void a() {
      local.set(1);
    }

    @Arbiter
    public void c(I_Result r) {
      local.set(2);
      r.r1 = local.get();
    }
  }

  /** The arbiter asks whether it is run by an actor's thread. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ArbiterIsAnActor {
    Thread actor;

    @Actor
    public void a() {
      actor = Thread.currentThread();
    }

    @Arbiter
    public void c(Z_Result r) {
      r.r1 = actor == Thread.currentThread();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, true"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class InterruptsWhoWaits {
    volatile Thread w;
    int n;

    @Actor
    public void a() {
      while (w == null) {}
      n = 1;
      w.interrupt();
    }

    @Actor
    public void b(IZ_Result r) {
      w = Thread.currentThread();
      try {
        synchronized (this) {
          while (true) wait();
        }
      } catch (InterruptedException e) {
        r.r1 = n;
        r.r2 = true;
      }
    }
  }

  /** Without a loop it may go on too early. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WaitsWithoutLoop {
    int n;
    boolean set;

    @Actor
    public synchronized void a() {
      n = 1;
      set = true;
      notify();
    }

    @Actor
    public void b(I_Result r) throws InterruptedException {
      synchronized (this) {
        if (!set) {
          wait();
        }
        r.r1 = n;
      }
    }
  }

  /** Who waits after the only notification waits for ever. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class NotifiesTooEarly {
    int n;

    @Actor
    public synchronized void a() {
      n = 1;
      notify();
    }

    @Actor
    public void b(I_Result r) throws InterruptedException {
      synchronized (this) {
        do {
          wait();
        } while (n == 0);
        r.r1 = n;
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class NotifiesOneOfTwo {
    boolean set;

    @Actor
    public synchronized void a() {
      set = true;
      notify();
    }

    @Actor
    public synchronized void b(II_Result r) throws InterruptedException {
      while (!set) {
        wait();
      }
      r.r1 = 1;
    }

    @Actor
    public synchronized void c(II_Result r) throws InterruptedException {
      while (!set) {
        wait();
      }
      r.r2 = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class NotifiesAll {
    boolean set;

    @Actor
    public synchronized void a() {
      set = true;
      notifyAll();
    }

    @Actor
    public synchronized void b(II_Result r) throws InterruptedException {
      while (!set) {
        wait();
      }
      r.r1 = 1;
    }

    @Actor
    public synchronized void c(II_Result r) throws InterruptedException {
      while (!set) {
        wait();
      }
      r.r2 = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WaitsInVain {
    int n;

    @Actor
    public synchronized void a() {
      n = 1;
      notify();
    }

    @Actor
    public synchronized void b(I_Result r) throws InterruptedException {
      if (n == 0) {
        wait(1);
      }
      r.r1 = n;
    }
  }

  /** An interrupt happens before whatever notices it. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class InterruptIsSeen {
    volatile Thread waiter;
    int n;

    @Actor
    public void a() {
      while (waiter == null) {
        Thread.onSpinWait();
      }
      n = 1;
      waiter.interrupt();
    }

    @Actor
    public void b(I_Result r) {
      waiter = Thread.currentThread();
      while (!Thread.interrupted()) {
        Thread.onSpinWait();
      }
      r.r1 = Thread.currentThread().isInterrupted() ? 2 : n;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ConditionOfALock {
    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    int n;

    @Actor
    public void a() {
      lock.lock();
      try {
        n = 1;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void b(I_Result r) throws InterruptedException {
      lock.lock();
      try {
        while (n == 0) {
          changed.await();
        }
        r.r1 = n;
      } finally {
        lock.unlock();
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ConditionWithoutLoop {
    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    int n;

    @Actor
    public void a() {
      lock.lock();
      try {
        n = 1;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void b(I_Result r) throws InterruptedException {
      lock.lock();
      try {
        if (n == 0) {
          changed.await();
        }
        r.r1 = n;
      } finally {
        lock.unlock();
      }
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ThreadsAreTwo {
    Thread first;
    Thread second;

    @Actor
    public void a() {
      first = Thread.currentThread();
    }

    @Actor
    public void b() {
      second = Thread.currentThread();
    }

    @Arbiter
    public void c(Z_Result r) {
      r.r1 = first == second;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class EachHasItsOwn {
    final ThreadLocal<int[]> counts = ThreadLocal.withInitial(() -> new int[1]);

    int inc() {
      return ++counts.get()[0];
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = inc();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = inc();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class DrawsOneOfThree {
    @Actor
    public void a(I_Result r) {
      r.r1 = ThreadLocalRandom.current().nextInt(3);
    }
  }

  /** The same by its superclass, which is all that whoever asks for one may know. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class DrawsAsARandom {
    private static Random random() {
      return ThreadLocalRandom.current();
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = random().nextInt(3);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class DrawsWhatComesInPairs {
    @Actor
    public void a(I_Result r) {
      Random random = ThreadLocalRandom.current();
      r.r1 = (int) random.nextGaussian();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Inherits {
    final ThreadLocal<Integer> inherited = new InheritableThreadLocal<>();
    boolean finds;

    @Actor
    public void a(Z_Result r) throws InterruptedException {
      inherited.set(1);
      Thread t = new Thread(() -> finds = inherited.get() != null);
      t.start();
      t.join();
      r.r1 = finds;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class RemovesWhatSetupLeft {
    final ThreadLocal<Integer> local = new ThreadLocal<>();

    public RemovesWhatSetupLeft() {
      local.set(1);
    }

    @Actor
    public void a(Z_Result r) {
      local.remove();
      r.r1 = local.get() == null;
    }
  }
}
