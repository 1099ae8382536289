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
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * Two slabs of one cache move at once, free ‖ free: a full one comes onto the partial list, another
 * leaves it and is discarded. Each CPU holds a slab lock of its own, so only list_lock keeps the
 * list together.
 *
 * <p>Columns: free, free, the machine after both.
 */
public class P20_FreeFreeTwoSlabs {
  private P20_FreeFreeTwoSlabs() {}

  /** Sound: list moves of different slabs exclude each other. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "TO_PARTIAL, DISCARDED, SLAB", expect = ACCEPTABLE, desc = "one on, one off")
  @Outcome(                                    expect = FORBIDDEN,  desc = "list torn")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FULL, 2);
    private final long other = scene.onAnotherSlab();

    @Actor
    public void freeFirst(LLL_Result r) {
      r.r1 = scene.free(0, 0);
    }

    @Actor
    public void freeOther(LLL_Result r) {
      r.r2 = scene.freeUnowned(1, other);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
