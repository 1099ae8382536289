// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.typed;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** Four CPUs, and the machine after. What is wrong says who has typed the scenario. */
@JCStressTest
@Outcome(id = ".*", expect = ACCEPTABLE, desc = "as it may be")
@State
public class Typed4 {
  private final TypedScene scene = new TypedScene("full: free(0) | free(1) | alloc | vacate");

  @Actor
  public void cpu0(LLLLL_Result r) {
    r.r1 = scene.play(0);
  }

  @Actor
  public void cpu1(LLLLL_Result r) {
    r.r2 = scene.play(1);
  }

  @Actor
  public void cpu2(LLLLL_Result r) {
    r.r3 = scene.play(2);
  }

  @Actor
  public void cpu3(LLLLL_Result r) {
    r.r4 = scene.play(3);
  }

  @Arbiter
  public void end(LLLLL_Result r) {
    r.r5 = scene.end();
  }
}
