// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Each actor counts up and writes down what it sees of the other's count, so that hardly two
 * executions agree.
 */
public final class ManyOutcomes {
  static final int ROUNDS = 4;

  private ManyOutcomes() {}

  /** Whatever they see is fine. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE, desc = "something")
  @State
  public static class Allowed {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      int seen = 0;
      for (int i = 1; i <= ROUNDS; i++) {
        x = i;
        seen = 10 * seen + y;
      }
      r.r1 = seen;
    }

    @Actor
    public void right(II_Result r) {
      int seen = 0;
      for (int i = 1; i <= ROUNDS; i++) {
        y = i;
        seen = 10 * seen + x;
      }
      r.r2 = seen;
    }
  }

  /** That one runs after the other is fine, and nothing else. */
  @JCStressTest
  @Outcome(id = "0, 4444", expect = ACCEPTABLE, desc = "left first")
  @Outcome(id = "4444, 0", expect = ACCEPTABLE, desc = "right first")
  @Outcome(expect = FORBIDDEN, desc = "at once")
  @State
  public static class Forbidden {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      int seen = 0;
      for (int i = 1; i <= ROUNDS; i++) {
        x = i;
        seen = 10 * seen + y;
      }
      r.r1 = seen;
    }

    @Actor
    public void right(II_Result r) {
      int seen = 0;
      for (int i = 1; i <= ROUNDS; i++) {
        y = i;
        seen = 10 * seen + x;
      }
      r.r2 = seen;
    }
  }
}
