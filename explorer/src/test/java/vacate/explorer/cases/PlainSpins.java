// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Loops that wait for a store by reading plainly, or not quite. */
public final class PlainSpins {
  private PlainSpins() {}

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Bare {
    boolean stop;

    @Actor
    public void a() {
      while (!stop) Thread.onSpinWait();
    }

    @Signal
    public void s() {
      stop = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Fence {
    boolean stop;

    @Actor
    public void a() {
      while (!stop) VarHandle.fullFence();
    }

    @Signal
    public void s() {
      stop = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class StFence {
    boolean stop;

    @Actor
    public void a() {
      while (!stop) VarHandle.storeStoreFence();
    }

    @Signal
    public void s() {
      stop = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Vol {
    volatile boolean stop;

    @Actor
    public void a() {
      while (!stop)
        ;
    }

    @Signal
    public void s() {
      stop = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class VolBeside {
    boolean stop;
    volatile int v;

    @Actor
    public void a() {
      while (!stop) if (v == 1) return;
    }

    @Signal
    public void s() {
      stop = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Opq {
    boolean stop;
    static final VarHandle V;

    static {
      try {
        V = MethodHandles.lookup().findVarHandle(Opq.class, "stop", boolean.class);
      } catch (ReflectiveOperationException e) {
        throw new Error(e);
      }
    }

    @Actor
    public void a() {
      while (!(boolean) V.getOpaque(this))
        ;
    }

    @Signal
    public void s() {
      stop = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Sync {
    boolean stop;

    synchronized boolean get() {
      return stop;
    }

    @Actor
    public void a() {
      while (!get())
        ;
    }

    @Signal
    public synchronized void s() {
      stop = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Arr {
    boolean[] stop = new boolean[1];

    @Actor
    public void a() {
      while (!stop[0])
        ;
    }

    @Signal
    public void s() {
      stop[0] = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Once {
    boolean stop;

    @Actor
    public void a() {
      if (!stop) while (true) if (stop) return;
    }

    @Signal
    public void s() {
      stop = true;
    }
  }

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE)
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN)
  @State
  public static class Counts {
    boolean stop;

    @Actor
    public void a() {
      int n = 0;
      while (!stop) n++;
    }

    @Signal
    public void s() {
      stop = true;
    }
  }

  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  @State
  public static class Waits {
    boolean go;
    int x;

    @Actor
    public void a(I_Result r) {
      while (!go)
        ;
      r.r1 = 1;
    }

    @Actor
    public void s() {
      x = 1;
      go = true;
    }
  }
}
