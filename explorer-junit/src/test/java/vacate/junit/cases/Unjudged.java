// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit.cases;

import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.SC;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import vacate.junit.Exploring;

/** Tests of which the explorer does not say whether they are right. */
public class Unjudged {
  /** jcstress does not take it. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WithoutActor {
    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = 1;
    }
  }

  /** Has a loop that goes round more often than it may. */
  @JCStressTest
  @Exploring(loopBound = 2)
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Counting {
    volatile int x;

    @Actor
    public void counts(I_Result r) {
      for (int i = 0; i < 5; i++) {
        r.r1 += x;
      }
    }

    @Actor
    public void writes() {
      x = 1;
    }
  }

  /** The same, and that will do. */
  @JCStressTest
  @Exploring(loopBound = 2, boundedIsEnough = true)
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CountingEnough {
    volatile int x;

    @Actor
    public void counts(I_Result r) {
      for (int i = 0; i < 5; i++) {
        r.r1 += x;
      }
    }

    @Actor
    public void writes() {
      x = 1;
    }
  }

  /** Says of itself what cannot be. */
  @JCStressTest
  @Exploring(maxTime = "soon")
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class WronglyDeclared {
    volatile int x;

    @Actor
    public void writes() {
      x = 1;
    }

    @Actor
    public void reads(I_Result r) {
      r.r1 = x;
    }
  }

  /** Broken under a model that it does not name. */
  @JCStressTest
  @Exploring(models = SC, refutedUnder = JMM)
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BrokenUnasked {
    volatile int x;

    @Actor
    public void writes() {
      x = 1;
    }

    @Actor
    public void reads(I_Result r) {
      r.r1 = x;
    }
  }

  /** Broken under another than is usual. */
  @JCStressTest
  @Exploring(refutedUnder = PSO)
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BrokenUnderAnother {
    volatile int x;

    @Actor
    public void writes() {
      x = 1;
    }

    @Actor
    public void reads(I_Result r) {
      r.r1 = x;
    }
  }
}
