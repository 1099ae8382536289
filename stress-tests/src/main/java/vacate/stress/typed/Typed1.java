// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.typed;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** One CPU, and the machine after. What is wrong says who has typed the scenario. */
@JCStressTest
@Outcome(id = ".*", expect = ACCEPTABLE, desc = "as it may be")
@State
public class Typed1 {
  private final TypedScene scene = new TypedScene("partial: vacate");

  @Actor
  public void cpu0(LL_Result r) {
    r.r1 = scene.play(0);
  }

  @Arbiter
  public void end(LL_Result r) {
    r.r2 = scene.end();
  }
}
