// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Tests that start threads themselves. */
public final class StartedThreads {
  private StartedThreads() {}

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ArbiterDoesNotJoin {
    int x;

    @Actor
    public void a() {
      new Thread(() -> x = 1).start();
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ArbiterJoins {
    int x;
    Thread t;

    @Actor
    public void a() {
      t = new Thread(() -> x = 1);
      t.start();
    }

    @Arbiter
    public void z(I_Result r) throws Exception {
      t.join();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class MadeInSetup {
    int x;
    final Thread t = new Thread(() -> x = 1);

    @Actor
    public void a(I_Result r) throws Exception {
      t.start();
      t.join();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PoolRaces {
    final ExecutorService e = Executors.newFixedThreadPool(2);
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      Future<?>
          f =
              e.submit(
                  () -> {
                    x++;
                  }),
          g =
              e.submit(
                  () -> {
                    x++;
                  });
      f.get();
      g.get();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SingleThread {
    final ExecutorService e = Executors.newSingleThreadExecutor();
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      Future<?>
          f =
              e.submit(
                  () -> {
                    x++;
                  }),
          g =
              e.submit(
                  () -> {
                    x++;
                  });
      f.get();
      g.get();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class FutureGets {
    final ExecutorService e = Executors.newCachedThreadPool();
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      Future<?> f =
          e.submit(
              () -> {
                x = 1;
              });
      f.get();
      r.r1 = x;
    }
  }

  static final class Writes extends Thread {
    int v;

    @Override
    public void run() {
      v = 1;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ClassOfItsOwn {
    @Actor
    public void a(I_Result r) throws Exception {
      Writes m = new Writes();
      m.start();
      m.join();
      r.r1 = m.v;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ClassOfItsOwnIsNotJoined {
    @Actor
    public void a(I_Result r) throws Exception {
      Writes m = new Writes();
      m.start();
      r.r1 = m.v;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Throws {
    @Actor
    public void a(I_Result r) throws Exception {
      Thread m =
          new Thread(
              () -> {
                throw new IllegalStateException();
              });
      m.start();
      m.join();
      r.r1 = 1;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class JoinsOneThatWaits {
    final Object o = new Object();

    @Actor
    public void a(I_Result r) throws Exception {
      Thread m =
          new Thread(
              () -> {
                synchronized (o) {
                  try {
                    o.wait();
                    while (true) o.wait();
                  } catch (InterruptedException e) {
                  }
                }
              });
      m.start();
      m.join();
      r.r1 = 1;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class StartsTwice {
    @Actor
    public void a(I_Result r) throws Exception {
      Thread m = new Thread(() -> {});
      m.start();
      try {
        m.start();
      } catch (IllegalThreadStateException e) {
        r.r1 = 1;
      }
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SpinsWhileAlive {
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      Thread m = new Thread(() -> x = 1);
      m.start();
      while (m.isAlive()) Thread.onSpinWait();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TimedJoin {
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      Thread m = new Thread(() -> x = 1);
      m.start();
      m.join(10);
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TimedJoinIsTooShort {
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      Thread m = new Thread(() -> x = 1);
      m.start();
      m.join(10);
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Current {
    int x;
    Thread m;

    @Actor
    public void a(I_Result r) throws Exception {
      m = new Thread(() -> x = Thread.currentThread() == m ? 1 : 2);
      m.start();
      m.join();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Interrupts {
    volatile int x;

    @Actor
    public void a(I_Result r) throws Exception {
      Thread m =
          new Thread(
              () -> {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  x = 1;
                }
              });
      m.start();
      m.interrupt();
      m.join();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"3"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Combines {
    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 =
          CompletableFuture.supplyAsync(() -> 1)
              .thenCombine(CompletableFuture.supplyAsync(() -> 2), Integer::sum)
              .join();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TwoStart {
    int x, y;

    @Actor
    public void a(II_Result r) throws Exception {
      Thread m = new Thread(() -> x = 1);
      m.start();
      m.join();
      r.r1 = x;
    }

    @Actor
    public void b(II_Result r) throws Exception {
      Thread m = new Thread(() -> y = 1);
      m.start();
      m.join();
      r.r2 = y;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Latch {
    final CountDownLatch l = new CountDownLatch(2);
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void a(I_Result r) throws Exception {
      for (int i = 0; i < 2; i++)
        new Thread(
                () -> {
                  n.incrementAndGet();
                  l.countDown();
                })
            .start();
      l.await();
      r.r1 = n.get();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InvokesAll {
    final ExecutorService e = Executors.newFixedThreadPool(2);

    @Actor
    public void a(I_Result r) throws Exception {
      int s = 0;
      for (Future<Integer> f : e.invokeAll(List.<Callable<Integer>>of(() -> 1, () -> 1)))
        s += f.get();
      r.r1 = s;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE)
  @Outcome(id = "STALE", expect = FORBIDDEN)
  @State
  public static class Terminates {
    volatile int x;

    @Actor
    public void a() throws Exception {
      Thread t =
          new Thread(
              () -> {
                while (x == 0)
                  ;
              });
      t.start();
      t.join();
    }

    @Signal
    public void s() {
      x = 1;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE)
  @Outcome(id = "STALE", expect = FORBIDDEN)
  @State
  public static class DoesNotTerminate {
    volatile int x;

    @Actor
    public void a() throws Exception {
      Thread t =
          new Thread(
              () -> {
                while (x == 0)
                  ;
              });
      t.start();
      t.join();
    }

    @Signal
    public void s() {}
  }

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class StartedInSetup {
    int x, y;
    final Thread t =
        new Thread(
            () -> {
              x = 1;
              y = 1;
            });

    {
      t.start();
    }

    @Actor
    public void a(II_Result r) throws Exception {
      r.r1 = y;
      r.r2 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AsyncRaces {
    int x;

    @Actor
    public void a(I_Result r) {
      CompletableFuture<Void> f = CompletableFuture.runAsync(() -> x = 1);
      r.r1 = x;
      f.join();
    }
  }

  @JCStressTest
  @Outcome(id = "0, 0", expect = FORBIDDEN)
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Dekker {
    int x, y;

    @Actor
    public void a(II_Result r) throws Exception {
      Thread
          t =
              new Thread(
                  () -> {
                    x = 1;
                    r.r1 = y;
                  }),
          u =
              new Thread(
                  () -> {
                    y = 1;
                    r.r2 = x;
                  });
      t.start();
      u.start();
      t.join();
      u.join();
    }
  }

  @JCStressTest
  @Outcome(id = "7", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class HasItsLocals {
    static final ThreadLocal<Integer> L = ThreadLocal.withInitial(() -> 7);
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      L.set(3);
      Thread t = new Thread(() -> x = L.get());
      t.start();
      t.join();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WorkerIsLate {
    final ExecutorService e = Executors.newFixedThreadPool(1);
    int x;

    @Actor
    public void a() {
      e.execute(() -> x = 1);
    }

    @Arbiter
    public void z(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"-1", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class JoinsAnActor {
    volatile Thread other;
    int x;

    @Actor
    public void a() {
      other = Thread.currentThread();
      x = 1;
    }

    @Actor
    public void b(I_Result r) throws Exception {
      Thread joined = other;
      if (joined == null) {
        r.r1 = -1;
      } else {
        joined.join();
        r.r1 = x;
      }
    }
  }

  private static void startAndJoin(int threads, Runnable task) throws InterruptedException {
    Thread[] started = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      started[i] = new Thread(task);
      started[i].start();
    }
    for (Thread t : started) {
      t.join();
    }
  }

  @JCStressTest
  @Outcome(id = "4", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class StartsFour {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void a(I_Result r) throws InterruptedException {
      startAndJoin(4, n::incrementAndGet);
      r.r1 = n.get();
    }

    @Actor
    public void b() {}
  }

  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ThreeRace {
    int n;

    @Actor
    public void a(I_Result r) throws InterruptedException {
      startAndJoin(3, () -> n++);
      r.r1 = n;
    }

    @Actor
    public void b() {}
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1", "2", "3"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SetupStartsThree {
    final AtomicInteger n = new AtomicInteger();

    public SetupStartsThree() {
      for (int i = 0; i < 3; i++) {
        new Thread(n::incrementAndGet).start();
      }
    }

    @Actor
    public void a(I_Result r) {
      r.r1 = n.get();
    }

    @Actor
    public void b() {}
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class StartsFive {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void a(I_Result r) throws InterruptedException {
      startAndJoin(5, n::incrementAndGet);
      r.r1 = n.get();
    }
  }
}
