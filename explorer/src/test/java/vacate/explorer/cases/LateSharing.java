// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Locations of which only a few executions show that they are shared, or read plainly. */
public final class LateSharing {
  private LateSharing() {}

  /** The lock of a lambda is another location when the search has to go back. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class AfterTheLockOfALambda {
    volatile IntSupplier fn;
    volatile int flag;
    int p;
    int q;

    @Actor
    public void reader(II_Result r) {
      int z = flag;
      if (z == 1) {
        r.r1 = p;
      }
    }

    @Actor
    public void maker() {
      int y = 3;
      IntSupplier s = () -> y;
      fn = s;
      synchronized (s) {
        q++;
      }
      p = 3;
      flag = 1;
    }

    @Actor
    public void user(II_Result r) {
      IntSupplier s = fn;
      if (s != null) {
        synchronized (s) {
          q++;
          r.r2 = s.getAsInt();
        }
      }
    }

    @Arbiter
    public void all(II_Result r) {
      r.r1 += q * 10;
    }
  }

  /** Only weak models come to the plain read that makes failed attempts at the lock count. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class PlainReadOfALock {
    private static final VarHandle LOCK;

    static {
      try {
        LOCK = MethodHandles.lookup().findVarHandle(PlainReadOfALock.class, "lock", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    int lock;
    int data;
    int flag;

    private void lockAndUnlock() {
      while ((int) LOCK.getAndSet(this, 1) == 1) {}
      LOCK.setVolatile(this, 0);
    }

    @Actor
    public void writer() {
      lockAndUnlock();
      data = 1;
      flag = 1;
    }

    @Actor
    public void first() {
      lockAndUnlock();
    }

    @Actor
    public void second() {
      lockAndUnlock();
    }

    @Actor
    public void reader(I_Result r) {
      int f = flag;
      int d = data;
      if (f == 1 && d == 0) {
        r.r1 = lock;
      }
    }
  }

  /** Each has a counter, and who comes second may look at that of the first. */
  @JCStressTest
  @Outcome(
      id = {"-1, 0", "-1, 1", "0, -1", "1, -1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class OwnOfTwins {
    static final class Counter {
      int count;
    }

    private final Counter[] counters = {new Counter(), new Counter()};
    private final AtomicInteger turn = new AtomicInteger();

    private int work(int me) {
      boolean isFirst = turn.getAndIncrement() == 0;
      counters[me].count++;
      return isFirst ? -1 : counters[1 - me].count;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = work(0);
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = work(1);
    }
  }
}
