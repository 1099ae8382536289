// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Rows of the litmus table as Java. */
public final class Ordering {
  private Ordering() {}

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "both read first")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class PlainDekker {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      r.r2 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "both read first")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class VolatileDekker {
    volatile int x;
    volatile int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      r.r2 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "both read first")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class FencedDekker {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      VarHandle.fullFence();
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      VarHandle.fullFence();
      r.r2 = x;
    }
  }

  /** Message passing by handles; subclasses choose the modes. */
  abstract static class Passing {
    static final VarHandle FLAG;

    static {
      try {
        FLAG = MethodHandles.lookup().findVarHandle(Passing.class, "flag", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    int data;
    int flag;
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "stale data")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ReleaseAcquire extends Passing {
    @Actor
    public void writer() {
      data = 1;
      FLAG.setRelease(this, 1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = (int) FLAG.getAcquire(this);
      r.r2 = data;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "stale data")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class OpaqueOnly extends Passing {
    @Actor
    public void writer() {
      data = 1;
      FLAG.setOpaque(this, 1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = (int) FLAG.getOpaque(this);
      r.r2 = data;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "stale data")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WeakFences extends Passing {
    @Actor
    public void writer() {
      data = 1;
      VarHandle.storeStoreFence();
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      VarHandle.loadLoadFence();
      r.r2 = data;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "stale data")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WriterFenceOnly extends Passing {
    @Actor
    public void writer() {
      data = 1;
      VarHandle.storeStoreFence();
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 0, 1, 0", expect = Expect.FORBIDDEN, desc = "readers disagree")
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class VolatileIriw {
    volatile int x;
    volatile int y;

    @Actor
    public void writeX() {
      x = 1;
    }

    @Actor
    public void writeY() {
      y = 1;
    }

    @Actor
    public void xThenY(IIII_Result r) {
      r.r1 = x;
      r.r2 = y;
    }

    @Actor
    public void yThenX(IIII_Result r) {
      r.r3 = y;
      r.r4 = x;
    }
  }
}
