// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.setups;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Setup and class initialisers that look at the time, or wait for a while. */
public final class SetupTimes {
  private SetupTimes() {}

  /** Until something has passed, by each clock; returns how long that was. */
  private static long looks() {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < 1_000_000) {
      Thread.onSpinWait();
    }
    long millis = System.currentTimeMillis();
    while (System.currentTimeMillis() == millis) {
      Thread.onSpinWait();
    }
    Instant day = Instant.now().plusSeconds(86_400);
    while (Instant.now().isBefore(day)) {
      Thread.onSpinWait();
    }
    return System.nanoTime() - begun;
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Passes {
    final long took = looks();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = took >= 86_400_000_000_000L;
    }
  }

  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PassesNot {
    final long took = looks();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = took >= 86_400_000_000_000L;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class DoesNotGoBack {
    final long first = System.nanoTime();
    final long then = System.nanoTime();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = System.nanoTime() >= then;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class GoesOn {
    final long first = System.nanoTime();
    final long then = System.nanoTime();

    @Actor
    public void actor(Z_Result r) {
      r.r1 = System.nanoTime() > then;
    }
  }

  static class Late {
    static final long TIME = System.nanoTime();
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InitialiserIsBefore {
    @Actor
    public void actor(Z_Result r) {
      long now = System.nanoTime();
      r.r1 = Late.TIME <= now;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InitialiserIsAfter {
    @Actor
    public void actor(Z_Result r) {
      long now = System.nanoTime();
      r.r1 = Late.TIME >= now;
    }
  }

  /** Returns how long it was. */
  private static long waits(Object monitor) {
    long begun = System.nanoTime();
    try {
      Thread.sleep(1);
      LockSupport.parkNanos(1_000_000);
      synchronized (monitor) {
        monitor.wait(1);
      }
      if (new ArrayBlockingQueue<Integer>(1).poll(1, TimeUnit.DAYS) != null
          || new CountDownLatch(1).await(1, TimeUnit.DAYS)) {
        return 0;
      }
    } catch (InterruptedException e) {
      return 0;
    }
    return System.nanoTime() - begun;
  }

  private static final long SUM = 2 * 86_400_000_000_000L + 3_000_000;

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WaitsInVain {
    final long waited = waits(this);

    @Actor
    public void actor(Z_Result r) {
      r.r1 = waited >= SUM;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WaitsForNothing {
    final long waited = waits(this);

    @Actor
    public void actor(Z_Result r) {
      r.r1 = waited < SUM;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PollsForEver {
    int got;

    public PollsForEver() throws InterruptedException {
      ArrayBlockingQueue<Integer> empty = new ArrayBlockingQueue<>(1);
      Integer next = null;
      while (next == null) {
        next = empty.poll(1_000, TimeUnit.DAYS);
      }
      got = next;
    }

    @Actor
    public void actor(Z_Result r) {
      r.r1 = got == 1;
    }
  }

  /** A thread may end the wait, so setup is one of those that run. */
  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WaitsForWhoIsStarted {
    boolean came;

    public WaitsForWhoIsStarted() throws InterruptedException {
      CountDownLatch latch = new CountDownLatch(1);
      new Thread(latch::countDown).start();
      came = latch.await(1, TimeUnit.DAYS);
    }

    @Actor
    public void actor(Z_Result r) {
      r.r1 = came;
    }
  }
}
