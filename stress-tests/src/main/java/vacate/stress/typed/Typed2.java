// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.typed;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Two CPUs, and the machine after. What is wrong says who has typed the scenario. */
@JCStressTest
@Outcome(id = ".*", expect = ACCEPTABLE, desc = "as it may be")
@State
public class Typed2 {
  private final TypedScene scene = new TypedScene("partial: free(0) | vacate");

  @Actor
  public void cpu0(LLL_Result r) {
    r.r1 = scene.play(0);
  }

  @Actor
  public void cpu1(LLL_Result r) {
    r.r2 = scene.play(1);
  }

  @Arbiter
  public void end(LLL_Result r) {
    r.r3 = scene.end();
  }
}
