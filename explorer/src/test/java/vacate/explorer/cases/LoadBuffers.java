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

/** Actors that read and then write, in a circle or nearly so. */
public final class LoadBuffers {
  private LoadBuffers() {}

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Plain extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      y = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      x = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class AcquireReads extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = (int) X.getAcquire(this);
      y = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = (int) Y.getAcquire(this);
      x = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ReleaseWrites extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      Y.setRelease(this, 1);
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      X.setRelease(this, 1);
    }
  }

  /** One of two that keep their order is not enough. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class AcquireOnOneSide extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = (int) X.getAcquire(this);
      y = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      x = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Fenced extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      VarHandle.acquireFence();
      y = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      VarHandle.fullFence();
      x = 1;
    }
  }

  /** Neither of these fences keeps a read before a write. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class FencedInVain extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      VarHandle.storeStoreFence();
      y = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      VarHandle.loadLoadFence();
      x = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Locked extends Cells {
    @Actor
    public void first(II_Result r) {
      synchronized (this) {
        r.r1 = x;
        y = 1;
      }
    }

    @Actor
    public void second(II_Result r) {
      synchronized (this) {
        r.r2 = y;
        x = 1;
      }
    }
  }

  /** What is written follows from what is read, on both sides. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Conditional extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      if (r.r1 == 1) {
        y = 1;
      }
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      if (r.r2 == 1) {
        x = 1;
      }
    }
  }

  /** The condition asks for nothing: a compiler may drop it. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ConditionalOnNothing extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      if (r.r1 == 1) {
        y = 1;
      } else {
        y = 1;
      }
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      x = r.r2;
    }
  }

  /** Nobody writes what the second reads. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class NoCircle extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      y = 1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = z;
      x = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class OfThree extends Cells {
    @Actor
    public void first(III_Result r) {
      r.r1 = (int) X.getOpaque(this);
      Y.setOpaque(this, 1);
    }

    @Actor
    public void second(III_Result r) {
      r.r2 = (int) Y.getAcquire(this);
      Z.setOpaque(this, 1);
    }

    @Actor
    public void third(III_Result r) {
      r.r3 = (int) Z.getOpaque(this);
      X.setRelease(this, 1);
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class OfThreeInOrder extends Cells {
    @Actor
    public void first(III_Result r) {
      r.r1 = (int) X.getOpaque(this);
      Y.setRelease(this, 1);
    }

    @Actor
    public void second(III_Result r) {
      r.r2 = (int) Y.getAcquire(this);
      Z.setOpaque(this, 1);
    }

    @Actor
    public void third(III_Result r) {
      r.r3 = (int) Z.getOpaque(this);
      X.setRelease(this, 1);
    }
  }

  /** Each writes what it reads: nothing comes of nothing. Causality test 4 of JSR 133. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Copied extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      y = r.r1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      x = r.r2;
    }
  }

  /** The same where one of the two does not have to wait. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CopiedOnOneSide extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      y = r.r1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      x = 1;
    }
  }

  /** Causality test 1: no value that there is makes the condition false. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class AlwaysPositive extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      if (r.r1 >= 0) {
        y = 1;
      }
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      x = r.r2;
    }
  }

  /** Causality test 2: a compiler reads once, and then the condition is true. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class TwiceTheSame extends Cells {
    @Actor
    public void first(III_Result r) {
      r.r1 = x;
      r.r2 = x;
      if (r.r1 == r.r2) {
        y = 1;
      }
    }

    @Actor
    public void second(III_Result r) {
      r.r3 = y;
      x = r.r3;
    }
  }

  /** Causality test 6: all that can be read leads to the same. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class EitherWay extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      if (r.r1 == 1) {
        y = 1;
      }
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      if (r.r2 == 1) {
        x = 1;
      }
      if (r.r2 == 0) {
        x = 1;
      }
    }
  }

  /** Causality test 8: the same with arithmetic. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class OneOfEither extends Cells {
    @Actor
    public void first(II_Result r) {
      r.r1 = x;
      y = 1 + r.r1 * r.r1 - r.r1;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = y;
      x = r.r2;
    }
  }

  /** The word that is written is made from the one that is read. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WordUpdated extends Cells {
    @Actor
    public void first(II_Result r) {
      x = x | 2;
    }

    @Actor
    public void second(II_Result r) {
      r.r1 = (int) X.getAndBitwiseOrAcquire(this, 1);
    }
  }

  /** Each writes what comes of what it has read; many executions look like a circle. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Counted extends Cells {
    @Actor
    public void first() {
      x++;
    }

    @Actor
    public void second() {
      x++;
    }

    @Actor
    public void third() {
      x++;
    }

    @Arbiter
    public void sum(I_Result r) {
      r.r1 = x;
    }
  }
}
