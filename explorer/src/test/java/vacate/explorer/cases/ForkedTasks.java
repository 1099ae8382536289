// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Tests that give tasks to a fork-join pool. */
public final class ForkedTasks {
  private ForkedTasks() {}

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Gets {
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      ForkJoinPool.commonPool()
          .submit(
              () -> {
                x = 1;
              })
          .get();
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Races {
    int x;

    @Actor
    public void a(I_Result r) throws Exception {
      ForkJoinTask<?> one = ForkJoinPool.commonPool().submit(() -> ++x);
      ForkJoinTask<?> other = ForkJoinPool.commonPool().submit(() -> ++x);
      one.join();
      other.join();
      r.r1 = x;
    }
  }

  static final class Sum extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from == 1) {
        return from;
      }
      int middle = (from + to) / 2;
      Sum left = new Sum(from, middle);
      left.fork();
      return new Sum(middle, to).compute() + left.join();
    }
  }

  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Recurs {
    @Actor
    public void a(I_Result r) {
      r.r1 = new Sum(0, 3).invoke();
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class RecursInAPool {
    final ForkJoinPool pool = new ForkJoinPool(2);

    @Actor
    public void a(I_Result r) {
      r.r1 = pool.invoke(new Sum(0, 2));
    }
  }

  @JCStressTest
  @Outcome(id = "7", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InvokesAll {
    int x;
    int y;

    final class Half extends RecursiveAction {
      private static final long serialVersionUID = 1L;

      private final boolean first;

      Half(boolean first) {
        this.first = first;
      }

      @Override
      protected void compute() {
        if (first) {
          x = 3;
        } else {
          y = 4;
        }
      }
    }

    @Actor
    public void a(I_Result r) {
      ForkJoinTask.invokeAll(new Half(true), new Half(false));
      r.r1 = x + y;
    }
  }

  @JCStressTest
  @Outcome(id = "5", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Fails {
    @Actor
    public void a(I_Result r) throws InterruptedException {
      try {
        ForkJoinPool.commonPool().submit(() -> Integer.parseInt("")).get();
      } catch (ExecutionException e) {
        r.r1 = e.getCause() instanceof NumberFormatException ? 5 : 6;
      }
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ShutsDown {
    final ForkJoinPool pool = new ForkJoinPool(4);
    int x;

    @Actor
    public void a() {
      pool.execute(() -> x = 1);
      pool.shutdown();
      while (!pool.isTerminated()) {
        Thread.onSpinWait();
      }
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
  public static class StealsWork {
    final ExecutorService pool = Executors.newWorkStealingPool();

    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 = pool.submit(() -> 1).get();
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfDefaultThreads {
    final ForkJoinPool pool =
        new ForkJoinPool(4, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);

    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 = pool.submit(() -> 1).get();
    }
  }

  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class StealsNoWork {
    final ExecutorService pool = Executors.newWorkStealingPool(1);

    @Actor
    public void a(I_Result r) throws Exception {
      r.r1 = pool.submit(() -> 1).get();
    }
  }

  /** Its tasks would come one after the other. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class OfOneThread {
    final ForkJoinPool pool = new ForkJoinPool(1);

    @Actor
    public void a(I_Result r) {
      r.r1 = pool.invoke(new Sum(0, 1));
    }
  }
}
