// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Actors that look at the time. */
public final class Times {
  private Times() {}

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class DoesNotGoBack {
    @Actor
    public void a(Z_Result r) {
      long t = System.nanoTime();
      r.r1 = System.nanoTime() - t >= 0;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TwoLooksDiffer {
    @Actor
    public void a(Z_Result r) {
      long t = System.nanoTime();
      r.r1 = System.nanoTime() - t > 0;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TwoLooksAreEqual {
    @Actor
    public void a(Z_Result r) {
      long t = System.nanoTime();
      r.r1 = System.nanoTime() - t == 0;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class DoesNotGoBackAcross {
    volatile long s = -1;

    @Actor
    public void a() {
      s = System.nanoTime();
    }

    @Actor
    public void b(Z_Result r) {
      long q = s;
      r.r1 = q < 0 || System.nanoTime() >= q;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Deadline {
    volatile int x;

    @Actor
    public void a(I_Result r) {
      long t = System.nanoTime();
      while (x == 0) {
        if (System.nanoTime() - t > 1000) break;
      }
      r.r1 = x;
    }

    @Actor
    public void b() {
      x = 1;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class DeadlineIsTooEarly {
    volatile int x;

    @Actor
    public void a(I_Result r) {
      long t = System.nanoTime();
      while (x == 0) {
        if (System.nanoTime() - t > 1000) break;
      }
      r.r1 = x;
    }

    @Actor
    public void b() {
      x = 1;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class TimedWait {
    int x;

    @Actor
    public void a() {
      synchronized (this) {
        x = 1;
        notifyAll();
      }
    }

    @Actor
    public synchronized void b(I_Result r) throws Exception {
      long end = System.currentTimeMillis() + 10;
      while (x == 0) {
        long left = end - System.currentTimeMillis();
        if (left <= 0) break;
        wait(left);
      }
      r.r1 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SleepPasses {
    @Actor
    public void a(Z_Result r) throws Exception {
      long t = System.nanoTime();
      Thread.sleep(5);
      r.r1 = System.nanoTime() - t >= 5_000_000;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class PollPasses {
    final LinkedBlockingQueue<Integer> q = new LinkedBlockingQueue<>();

    @Actor
    public void a(Z_Result r) throws Exception {
      long t = System.nanoTime();
      Integer i = q.poll(5, TimeUnit.MILLISECONDS);
      r.r1 = i != null || System.nanoTime() - t >= 5_000_000;
    }

    @Actor
    public void b() {
      q.add(1);
    }
  }
}
