// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.*;

/** Classic shapes of two actors that differ in what is left at the end. */
public final class ShapesByLastValue {
  private ShapesByLastValue() {}

  /** S+o. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SOpaque extends Cells {
    @Actor
    public void first() {
      X.setOpaque(this, 2);
      Y.setOpaque(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = (int) Y.getOpaque(this);
      X.setOpaque(this, 1);
    }

    @Arbiter
    public void last(II_Result r) {
      r.r2 = x;
    }
  }

  /** S+ss+ll. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SFences extends Cells {
    @Actor
    public void first() {
      X.setOpaque(this, 2);
      VarHandle.storeStoreFence();
      Y.setOpaque(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = (int) Y.getOpaque(this);
      VarHandle.loadLoadFence();
      X.setOpaque(this, 1);
    }

    @Arbiter
    public void last(II_Result r) {
      r.r2 = x;
    }
  }

  /** R+ra. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RAcquire extends Cells {
    @Actor
    public void first() {
      X.setOpaque(this, 1);
      Y.setRelease(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      Y.setRelease(this, 2);
      r.r1 = (int) X.getAcquire(this);
    }

    @Arbiter
    public void last(II_Result r) {
      r.r2 = y;
    }
  }

  /** R+v. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RVolatile extends Cells {
    @Actor
    public void first() {
      X.setVolatile(this, 1);
      Y.setVolatile(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      Y.setVolatile(this, 2);
      r.r1 = (int) X.getVolatile(this);
    }

    @Arbiter
    public void last(II_Result r) {
      r.r2 = y;
    }
  }

  /** 2+2W+o. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class TwoWritesOpaque extends Cells {
    @Actor
    public void first() {
      X.setOpaque(this, 1);
      Y.setOpaque(this, 2);
    }

    @Actor
    public void second() {
      Y.setOpaque(this, 1);
      X.setOpaque(this, 2);
    }

    @Arbiter
    public void last(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }

  /** 2+2W+r. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class TwoWritesRelease extends Cells {
    @Actor
    public void first() {
      X.setRelease(this, 1);
      Y.setRelease(this, 2);
    }

    @Actor
    public void second() {
      Y.setRelease(this, 1);
      X.setRelease(this, 2);
    }

    @Arbiter
    public void last(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }
}
