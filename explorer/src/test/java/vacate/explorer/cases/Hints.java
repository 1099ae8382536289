// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Thread.onSpinWait() where nobody waits for ever. */
public final class Hints {
  private Hints() {}

  /** Gives up after three looks. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class GivesUp {
    volatile int x;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(I_Result r) {
      for (int looks = 0; looks < 3 && x == 0; looks++) {
        Thread.onSpinWait();
      }
      r.r1 = x;
    }
  }

  /** A hint that no loop is around. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class Straight {
    volatile int x;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(I_Result r) {
      Thread.onSpinWait();
      r.r1 = x;
    }
  }

  /** Counts its looks in memory, and gives up. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class CountsInMemory {
    volatile int x;
    int looks;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(I_Result r) {
      while (x == 0) {
        if (++looks == 3) {
          return;
        }
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }
  }

  /** Waits for ever, and keeps what it read in a variable. */
  @JCStressTest
  @State
  @Outcome(id = "7", expect = Expect.ACCEPTABLE)
  public static class Waits {
    volatile int x;

    @Actor
    public void writer() {
      x = 7;
    }

    @Actor
    public void reader(I_Result r) {
      int seen;
      while ((seen = x) == 0) {
        Thread.onSpinWait();
      }
      r.r1 = seen;
    }
  }
}
