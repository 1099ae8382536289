// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Threads that started threads start, and what threads are called. */
public final class NamedThreads {
  private NamedThreads() {}

  static void join(Thread t) {
    try {
      t.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfStartedOnes {
    int x;

    @Actor
    public void a(I_Result r) {
      Thread t =
          new Thread(
              () -> {
                Thread u = new Thread(() -> x = 1);
                u.start();
                join(u);
              });
      t.start();
      join(t);
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfStartedOnesRace {
    int x;

    @Actor
    public void a(I_Result r) {
      Thread t =
          new Thread(
              () -> {
                Thread u = new Thread(() -> x++);
                u.start();
                x++;
                join(u);
              });
      t.start();
      join(t);
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class StagesInAChain {
    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 = CompletableFuture.supplyAsync(() -> 1).thenApplyAsync(i -> i + 1).get();
    }
  }

  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfActors {
    volatile Thread other;

    @Actor
    public void a() {
      other = Thread.currentThread();
    }

    @Actor
    public void b(ZZ_Result r) {
      Thread t = other;
      Thread self = Thread.currentThread();
      r.r1 = t == null || !t.getName().equals(self.getName());
      r.r2 = t == null || t.getId() != self.getId();
    }
  }

  @JCStressTest
  @Outcome(id = "w, w", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Given {
    @Actor
    public void a(LL_Result r) {
      Thread t = new Thread(() -> r.r1 = Thread.currentThread().getName(), "w");
      t.start();
      join(t);
      r.r2 = t.getName();
    }
  }

  static final class Own extends Thread {
    Own(Runnable body) {
      super(body, "own");
    }
  }

  @JCStressTest
  @Outcome(id = "own, own", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class GivenByAClass {
    @Actor
    public void a(LL_Result r) {
      Own t = new Own(() -> r.r1 = Thread.currentThread().getName());
      t.start();
      join(t);
      r.r2 = t.getName();
    }
  }

  @JCStressTest
  @Outcome(id = "before", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Changed {
    final Thread t = new Thread("before");

    @Actor
    public void a() {
      t.setName("after");
    }

    @Actor
    public void b(L_Result r) {
      r.r1 = t.getName();
    }
  }

  @JCStressTest
  @Outcome(id = "pool-1-thread-1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfAPool {
    @Actor
    public void a(L_Result r) throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(1);
      r.r1 = pool.submit(() -> Thread.currentThread().getName()).get();
    }
  }

  /** Under Java's memory model whoever finds the thread may find it without its name. */
  @JCStressTest
  @Outcome(
      id = {"0", "2"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class GivenInARace {
    Thread made;

    @Actor
    public void a() {
      made = new Thread("me");
    }

    @Actor
    public void b(I_Result r) {
      Thread t = made;
      r.r1 = t == null ? 0 : t.getName().length();
    }
  }

  /** The same of one to which the JVM gives its name. */
  @JCStressTest
  @Outcome(
      id = {"0", "7"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NumberedInARace {
    Thread made;

    @Actor
    public void a() {
      made = new Thread();
    }

    @Actor
    public void b(I_Result r) {
      Thread t = made;
      r.r1 = t == null ? 0 : t.getName().substring(0, 7).length();
    }
  }
}
