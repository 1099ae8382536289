// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import vacate.claim.Claim;
import vacate.claim.Expects;
import vacate.claim.Plays;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * A CPU's own slab is flushed while it is to be vacated, shrink ‖ vacate: flush_slab hands it over
 * from the CPU to the partial list.
 *
 * <p>Columns: shrink, vacate and what it returned, the machine after both.
 */
@Plays("cpu_slab: shrink | vacate")
public class P22_ShrinkVacateCpuSlab {
  private P22_ShrinkVacateCpuSlab() {}

  /** Sound: until it is on the list it is frozen. */
  @JCStressTest
  @Verifies({Claim.C11, Claim.C13})
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "OK, FROZEN=0, SLAB",  expect = ACCEPTABLE, desc = "still the CPU's")
  @Outcome(id = "OK, EMPTIED=1, FREE", expect = ACCEPTABLE, desc = "handed over")
  @Outcome(                            expect = FORBIDDEN,  desc = "on no list, or on two")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.CPU_SLAB, 2);

    @Actor
    public void shrink(LLL_Result r) {
      r.r1 = scene.shrink(0);
    }

    @Actor
    public void vacate(LLL_Result r) {
      r.r2 = scene.vacate(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
