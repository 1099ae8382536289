// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.setups;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Setup, class initialisers and actors that wait for a while for what does not come. */
public final class SetupWaits {
  private static final long DAY = 86_400_000_000_000L;
  private static final long SUM = 5 * DAY;

  private SetupWaits() {}

  /** Waits for a day of each kind; returns how long it was. */
  private static long waits(ForkJoinPool pool) {
    Object monitor = new Object();
    long begun = System.nanoTime();
    try {
      if (new Semaphore(0).tryAcquire(1, TimeUnit.DAYS)
          || new Semaphore(1).tryAcquire(2, 1, TimeUnit.DAYS)
          || pool.awaitTermination(1, TimeUnit.DAYS)) {
        return 0;
      }
      synchronized (monitor) {
        TimeUnit.DAYS.timedWait(monitor, 1);
      }
      ForkJoinTask.adapt(() -> {}).get(1, TimeUnit.DAYS);
      return 0;
    } catch (TimeoutException e) {
      return System.nanoTime() - begun;
    } catch (ExecutionException | InterruptedException e) {
      return 0;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SetupWaitsForDays {
    final long waited = waits(new ForkJoinPool(2));

    @Actor
    public void actor(Z_Result r) {
      r.r1 = waited >= SUM;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SetupWaitsForLess {
    final long waited = waits(new ForkJoinPool(2));

    @Actor
    public void actor(Z_Result r) {
      r.r1 = waited < SUM;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ActorWaitsForDays {
    final ForkJoinPool pool = new ForkJoinPool(2);

    @Actor
    public void actor(Z_Result r) {
      r.r1 = waits(pool) >= SUM;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ActorWaitsForLess {
    final ForkJoinPool pool = new ForkJoinPool(2);

    @Actor
    public void actor(Z_Result r) {
      r.r1 = waits(pool) < SUM;
    }
  }

  /** What is idle is not waited for. */
  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class CommonPoolIsIdle {
    final boolean quick;

    public CommonPoolIsIdle() throws InterruptedException {
      long begun = System.nanoTime();
      boolean over = ForkJoinPool.commonPool().awaitTermination(1, TimeUnit.DAYS);
      quick = !over && System.nanoTime() - begun < DAY;
    }

    @Actor
    public void actor(Z_Result r) {
      r.r1 = quick;
    }
  }

  /** Returns what it got. */
  private static int looks(int often) {
    int sum = 0;
    for (int i = 0; i < often; i++) {
      sum += System.nanoTime() >= 0 ? 1 : 0;
    }
    return sum;
  }

  @JCStressTest
  @Outcome(id = "200000", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LooksOften {
    final int looks = looks(200_000);

    @Actor
    public void actor(I_Result r) {
      r.r1 = looks;
    }
  }

  @JCStressTest
  @Outcome(id = "100000", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class LooksMoreOften {
    final int looks = looks(200_000);

    @Actor
    public void actor(I_Result r) {
      r.r1 = looks;
    }
  }

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE)
  @State
  public static class LooksForEver {
    public LooksForEver() {
      while (System.nanoTime() >= 0) {
        Thread.onSpinWait();
      }
    }

    @Actor
    public void actor(I_Result r) {}
  }

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE)
  @State
  public static class PollsAgainAndAgain {
    public PollsAgainAndAgain() throws InterruptedException {
      LinkedBlockingQueue<Integer> empty = new LinkedBlockingQueue<>();
      while (empty.poll(1, TimeUnit.MILLISECONDS) == null) {
        Thread.onSpinWait();
      }
    }

    @Actor
    public void actor(I_Result r) {}
  }

  static class Sleeper {
    static boolean sleeps;

    static {
      try {
        TimeUnit.DAYS.sleep(1);
        sleeps = true;
      } catch (InterruptedException e) {
        sleeps = false;
      }
    }
  }

  /** It has slept beforehand. */
  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InitialiserSleeps {
    @Actor
    public void actor(Z_Result r) {
      r.r1 = Sleeper.sleeps;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InitialiserSleepsLate {
    @Actor
    public void actor(Z_Result r) {
      long now = System.nanoTime();
      r.r1 = Sleeper.sleeps && System.nanoTime() - now >= DAY;
    }
  }
}
