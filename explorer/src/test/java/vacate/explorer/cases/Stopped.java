// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Not to be exhausted. */
public final class Stopped {
  private Stopped() {}

  /** Has more executions than anybody has time for, and every one is forbidden. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Endless {
    volatile int x;

    private int writes() {
      for (int i = 0; i < 12; i++) {
        x = i;
      }
      return x;
    }

    @Actor
    public void left(I_Result r) {
      r.r1 = writes();
    }

    @Actor
    public void middle() {
      writes();
    }

    @Actor
    public void right() {
      writes();
    }
  }

  /** Has an outcome that is interesting, and none that is forbidden. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  @Outcome(id = "1", expect = Expect.ACCEPTABLE_INTERESTING)
  public static class Interesting {
    volatile int x;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }
  }

  /** Its second execution has an actor with more events than there is room for. */
  @JCStressTest
  @State
  @Outcome(id = "1", expect = Expect.FORBIDDEN)
  public static class TooLong {
    volatile int x;
    int y;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
      if (r.r1 == 0) {
        for (int i = 0; i < 70_000; i++) {
          y = i;
        }
      }
    }
  }
}
