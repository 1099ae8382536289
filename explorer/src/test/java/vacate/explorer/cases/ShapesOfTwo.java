// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.*;

/** Classic shapes of two actors, each named for its row of litmus.txt. */
public final class ShapesOfTwo {
  private ShapesOfTwo() {}

  /** SB+ra. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class StoreBufferingAcquire extends Cells {
    @Actor
    public void first(II_Result r) {
      X.setRelease(this, 1);
      r.r1 = (int) Y.getAcquire(this);
    }

    @Actor
    public void second(II_Result r) {
      Y.setRelease(this, 1);
      r.r2 = (int) X.getAcquire(this);
    }
  }

  /** SB+vWoR. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class StoreBufferingVolatileWrites extends Cells {
    @Actor
    public void first(II_Result r) {
      X.setVolatile(this, 1);
      r.r1 = (int) Y.getOpaque(this);
    }

    @Actor
    public void second(II_Result r) {
      Y.setVolatile(this, 1);
      r.r2 = (int) X.getOpaque(this);
    }
  }

  /** MP+r+ll. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class MessageReleaseLoadLoad extends Cells {
    @Actor
    public void first() {
      x = 1;
      Y.setRelease(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = (int) Y.getOpaque(this);
      VarHandle.loadLoadFence();
      r.r2 = x;
    }
  }

  /** MP+oW-a. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class MessageOpaqueAcquire extends Cells {
    @Actor
    public void first() {
      x = 1;
      Y.setOpaque(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      r.r2 = x;
    }
  }

  /** MP+p+rel+none. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class MessageReleaseFenceOnly extends Cells {
    @Actor
    public void first() {
      x = 1;
      VarHandle.releaseFence();
      y = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = y;
      r.r2 = x;
    }
  }

  /** LB+o. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LoadBufferingOpaque extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = (int) X.getOpaque(this);
      Y.setOpaque(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = (int) Y.getOpaque(this);
      X.setOpaque(this, 1);
    }
  }

  /** LB+ra. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class LoadBufferingAcquire extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = (int) X.getAcquire(this);
      Y.setRelease(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = (int) Y.getAcquire(this);
      X.setRelease(this, 1);
    }
  }

  /** CoRR+p. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CoherencePlain extends Cells {
    @Actor
    public void first() {
      x = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = x;
      r.r2 = x;
    }
  }

  /** CoRR+oR;pR. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CoherenceOpaqueThenPlain extends Cells {
    @Actor
    public void first() {
      X.setOpaque(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = (int) X.getOpaque(this);
      r.r2 = x;
    }
  }

  /** CoRR+p+ll. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CoherenceLoadLoad extends Cells {
    @Actor
    public void first() {
      x = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = x;
      VarHandle.loadLoadFence();
      r.r2 = x;
    }
  }
}
