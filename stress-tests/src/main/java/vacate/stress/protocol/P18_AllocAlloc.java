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
 * Two CPUs want to allocate from one partial slab, alloc ‖ alloc. No vacate here: what the protocol
 * stands on. One gets the slab, the other a new one.
 *
 * <p>Columns: alloc, twice; the machine after both.
 */
@Plays("partial: alloc | alloc")
public class P18_AllocAlloc {
  private P18_AllocAlloc() {}

  /** Sound before and with the patch. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"PAGE, ELSEWHERE, SLAB", "ELSEWHERE, PAGE, SLAB"}, expect = ACCEPTABLE, desc = "one gets the slab")
  @Outcome(                                                         expect = FORBIDDEN,  desc = "slab lost, or shared")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void allocFirst(LLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void allocSecond(LLL_Result r) {
      r.r2 = scene.alloc(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** Still sound. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"PAGE, ELSEWHERE, SLAB", "ELSEWHERE, PAGE, SLAB"}, expect = ACCEPTABLE, desc = "one gets the slab")
  @Outcome(                                                         expect = FORBIDDEN,  desc = "slab lost, or shared")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void allocFirst(LLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void allocSecond(LLL_Result r) {
      r.r2 = scene.alloc(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
