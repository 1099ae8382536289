// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Tests that lack an order, each in another kind of access. */
public final class Advised {
  private Advised() {}

  private static VarHandle flag(Class<?> test) {
    try {
      return MethodHandles.privateLookupIn(test, MethodHandles.lookup())
          .findVarHandle(test, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The update that publishes is none that releases. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN)
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class PublishedByUpdate {
    private static final VarHandle FLAG = flag(PublishedByUpdate.class);
    int flag;
    int data;

    @Actor
    public void writer() {
      data = 1;
      FLAG.compareAndExchangeAcquire(this, 0, 1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = (int) FLAG.getAcquire(this);
      r.r2 = data;
    }
  }

  /** Who waits sees the flag, and not what was written before it. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.FORBIDDEN)
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  public static class Awaited {
    private static final VarHandle FLAG = flag(Awaited.class);
    int flag;
    int data;

    @Actor
    public void writer() {
      data = 1;
      FLAG.setOpaque(this, 1);
    }

    @Actor
    public void reader(I_Result r) {
      while ((int) FLAG.getOpaque(this) == 0) {
        Thread.onSpinWait();
      }
      r.r1 = data;
    }
  }

  /** Has many executions in which the outcome does not come about. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Busy {
    int x;
    int y;
    volatile int i = 1;
    volatile int j = 1;

    @Actor
    public void first(II_Result r) {
      x = 1;
      r.r1 = y;
      for (int k = 0; k < 3; k++) {
        i += j;
      }
    }

    @Actor
    public void second(II_Result r) {
      y = 1;
      r.r2 = x;
      for (int k = 0; k < 3; k++) {
        j += i;
      }
    }
  }
}
