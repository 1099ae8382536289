// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.*;

/** A long or double: where might a 32-bit JVM show half of it? */
public final class Wide {
  private Wide() {}

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Racy {
    long x;

    @Actor
    public void writer() {
      x = -1;
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RacyElement {
    final double[] x = new double[1];

    @Actor
    public void first() {
      x[0] = 1;
    }

    @Actor
    public void second() {
      x[0] = 2;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Volatile {
    volatile long x;

    @Actor
    public void writer() {
      x = -1;
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Opaque {
    private static final VarHandle X;

    static {
      try {
        X = MethodHandles.lookup().findVarHandle(Opaque.class, "x", long.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    long x;

    @Actor
    public void writer() {
      X.setOpaque(this, -1L);
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = (long) X.getOpaque(this);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Locked {
    long x;

    @Actor
    public synchronized void writer() {
      x = -1;
    }

    @Actor
    public synchronized void reader(J_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Published {
    long x;
    volatile boolean ready;

    @Actor
    public void writer() {
      x = -1;
      ready = true;
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = ready ? x : 0;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RacyInt {
    int x;

    @Actor
    public void writer() {
      x = -1;
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = x;
    }
  }

  /** Actors that are each other's mirror image, but for a long where the other has an int. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RacyOfTwins {
    long x;
    int y;

    @Actor
    public void one(JJ_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    public void two(JJ_Result r) {
      y = 1;
      r.r2 = x;
    }
  }
}
