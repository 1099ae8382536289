// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.concurrent.Semaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** What a semaphore orders, and what not. */
public final class Semaphores {
  private Semaphores() {}

  /** Whoever fails, or succeeds after another, knows nothing of what that one did before. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class TakesOne {
    private final Semaphore semaphore = new Semaphore(1);
    private int x;

    @Actor
    public void writes() {
      x = 1;
      semaphore.tryAcquire();
    }

    @Actor
    public void reads(ZI_Result r) {
      r.r1 = semaphore.tryAcquire();
      r.r2 = x;
    }
  }

  /** Likewise who only asks. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Asks {
    private final Semaphore semaphore = new Semaphore(0);
    private int x;

    @Actor
    public void writes() {
      x = 1;
      semaphore.release();
    }

    @Actor
    public void reads(ZI_Result r) {
      r.r1 = semaphore.availablePermits() == 1;
      r.r2 = x;
    }
  }

  /** Both know who has released, though one of them takes after the other. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class ReleasesTwo {
    private final Semaphore semaphore = new Semaphore(0);
    private int x;

    @Actor
    public void writes() {
      x = 1;
      semaphore.release(2);
    }

    @Actor
    public void one(II_Result r) throws InterruptedException {
      semaphore.acquire();
      r.r1 = x;
    }

    @Actor
    public void other(II_Result r) {
      semaphore.acquireUninterruptibly();
      r.r2 = x;
    }
  }

  /** Who takes all that there is knows of it. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Drains {
    private final Semaphore semaphore = new Semaphore(0);
    private int x;

    @Actor
    public void writes() {
      x = 1;
      semaphore.release();
    }

    @Actor
    public void drains(ZI_Result r) {
      r.r1 = semaphore.drainPermits() == 1;
      r.r2 = x;
    }
  }

  /** It has its permits for whoever finds it. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class FoundThroughARace {
    private Semaphore semaphore;

    @Actor
    public void makes() {
      semaphore = new Semaphore(1);
    }

    @Actor
    public void finds(I_Result r) {
      Semaphore found = semaphore;
      r.r1 = found == null ? -1 : found.availablePermits();
    }
  }
}
