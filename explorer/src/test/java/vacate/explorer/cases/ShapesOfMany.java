// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.*;

/** Classic shapes of three and four actors, each named for its row of litmus.txt. */
public final class ShapesOfMany {
  private ShapesOfMany() {}

  /** IRIW+ra. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class IriwAcquire extends Cells {
    @Actor
    public void first() {
      X.setRelease(this, 1);
    }

    @Actor
    public void second() {
      Y.setRelease(this, 1);
    }

    @Actor
    public void third(IIII_Result r) {
      r.r1 = (int) X.getAcquire(this);
      r.r2 = (int) Y.getAcquire(this);
    }

    @Actor
    public void fourth(IIII_Result r) {
      r.r3 = (int) Y.getAcquire(this);
      r.r4 = (int) X.getAcquire(this);
    }
  }

  /** IRIW+full. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class IriwFences extends Cells {
    @Actor
    public void first() {
      X.setOpaque(this, 1);
    }

    @Actor
    public void second() {
      Y.setOpaque(this, 1);
    }

    @Actor
    public void third(IIII_Result r) {
      r.r1 = (int) X.getOpaque(this);
      VarHandle.fullFence();
      r.r2 = (int) Y.getOpaque(this);
    }

    @Actor
    public void fourth(IIII_Result r) {
      r.r3 = (int) Y.getOpaque(this);
      VarHandle.fullFence();
      r.r4 = (int) X.getOpaque(this);
    }
  }

  /** WRC+o. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WrcOpaque extends Cells {
    @Actor
    public void first() {
      X.setOpaque(this, 1);
    }

    @Actor
    public void second(III_Result r) {
      r.r1 = (int) X.getOpaque(this);
      Y.setOpaque(this, 1);
    }

    @Actor
    public void third(III_Result r) {
      r.r2 = (int) Y.getOpaque(this);
      r.r3 = (int) X.getOpaque(this);
    }
  }

  /** WRC+o,ra. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WrcAcquire extends Cells {
    @Actor
    public void first() {
      X.setOpaque(this, 1);
    }

    @Actor
    public void second(III_Result r) {
      r.r1 = (int) X.getOpaque(this);
      Y.setRelease(this, 1);
    }

    @Actor
    public void third(III_Result r) {
      r.r2 = (int) Y.getAcquire(this);
      r.r3 = (int) X.getOpaque(this);
    }
  }

  /** ISA2+ra. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Isa2Acquire extends Cells {
    @Actor
    public void first() {
      x = 1;
      Y.setRelease(this, 1);
    }

    @Actor
    public void second(III_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      Z.setRelease(this, 1);
    }

    @Actor
    public void third(III_Result r) {
      r.r2 = (int) Z.getAcquire(this);
      r.r3 = x;
    }
  }

  /** ISA2+ss,a-ss,a. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Isa2Fences extends Cells {
    @Actor
    public void first() {
      x = 1;
      VarHandle.storeStoreFence();
      Y.setOpaque(this, 1);
    }

    @Actor
    public void second(III_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      VarHandle.storeStoreFence();
      Z.setOpaque(this, 1);
    }

    @Actor
    public void third(III_Result r) {
      r.r2 = (int) Z.getAcquire(this);
      r.r3 = x;
    }
  }

  /** RWC+ra. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class RwcAcquire extends Cells {
    @Actor
    public void first() {
      X.setRelease(this, 1);
    }

    @Actor
    public void second(III_Result r) {
      r.r1 = (int) X.getAcquire(this);
      r.r2 = (int) Y.getAcquire(this);
    }

    @Actor
    public void third(III_Result r) {
      Y.setRelease(this, 1);
      r.r3 = (int) X.getAcquire(this);
    }
  }
}
