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
 * A CPU's own slab is flushed while another CPU frees its last object, shrink ‖ free: both write
 * freelist and inuse.
 *
 * <p>Columns: shrink, free, the machine after both.
 */
@Plays("cpu_slab: shrink | free(0)")
public class P23_ShrinkFreeCpuSlab {
  private P23_ShrinkFreeCpuSlab() {}

  /** Sound: flush_slab takes the slab lock, too. */
  @JCStressTest
  @Verifies(qualified = Claim.C10)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "OK, FROZEN, FREE",    expect = ACCEPTABLE, desc = "still the CPU's")
  @Outcome(id = "OK, DISCARDED, FREE", expect = ACCEPTABLE, desc = "handed over")
  @Outcome(                            expect = FORBIDDEN,  desc = "object or slab lost")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.CPU_SLAB, 2);

    @Actor
    public void shrink(LLL_Result r) {
      r.r1 = scene.shrink(0);
    }

    @Actor
    public void free(LLL_Result r) {
      r.r2 = scene.free(1, 0);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
