// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** What is refused of a test's setup, and one setup that is not. */
public final class RefusedSetups {
  private RefusedSetups() {}

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class KeepsLock {
    final ReentrantLock lock = new ReentrantLock();

    public KeepsLock() {
      lock.lock();
    }

    @Actor
    public void actor(L_Result r) {
      r.r1 = lock.tryLock();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "true", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class FreesLock {
    final ReentrantLock lock = new ReentrantLock();
    final int before;
    final int after;

    public FreesLock() {
      lock.lock();
      synchronized (this) {
        before = lock.getHoldCount();
      }
      lock.unlock();
      after = lock.getHoldCount();
    }

    @Actor
    public void actor(L_Result r) {
      r.r1 = before == 1 && after == 0 && lock.tryLock();
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class StartsThread {
    volatile int x;

    public StartsThread() {
      new Thread(() -> x = 1).start();
    }

    @Actor
    public void actor(L_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class DrawsLots {
    final int x = new Random().nextInt(2);

    @Actor
    public void actor(L_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LooksAtTheClock {
    static final long START = System.nanoTime();

    @Actor
    public void actor(L_Result r) {
      r.r1 = START;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class DrawsStrictLots {
    final double lot = StrictMath.random();

    @Actor
    public void actor(L_Result r) {
      r.r1 = lot;
    }
  }

  static class Lots {
    static final double LOT = Math.random();
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class DrawsLotsLate {
    @Actor
    public void actor(L_Result r) {
      r.r1 = Lots.LOT;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LooksAtItsTrace {
    final String maker = new Throwable().getStackTrace()[1].getMethodName();

    @Actor
    public void actor(L_Result r) {
      r.r1 = maker;
    }
  }
}
