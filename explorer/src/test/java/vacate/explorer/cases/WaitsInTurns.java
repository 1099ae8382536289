// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads each of which has to pass a wait before it does what the other waits for next. */
public final class WaitsInTurns {
  private WaitsInTurns() {}

  /** What is waited for. */
  static class Flags {
    volatile boolean first;
    volatile boolean second;
    volatile boolean other;
    volatile boolean last;
  }

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Ends extends Flags {
    @Actor
    public void waitsTwice() {
      while (!first) {
        Thread.onSpinWait();
      }
      while (!second) {
        Thread.onSpinWait();
      }
      last = true;
    }

    @Actor
    public void answers(I_Result r) {
      while (!other) {
        Thread.onSpinWait();
      }
      second = true;
      while (!last) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void begins() {
      first = true;
      other = true;
    }
  }

  /** Nobody does what is waited for last. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NeverEnds extends Flags {
    @Actor
    public void waitsTwice() {
      while (!first) {
        Thread.onSpinWait();
      }
      while (!second) {
        Thread.onSpinWait();
      }
    }

    @Actor
    public void answers(I_Result r) {
      while (!other) {
        Thread.onSpinWait();
      }
      second = true;
      while (!last) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void begins() {
      first = true;
      other = true;
    }
  }
}
