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
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Plays;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * The cache is destroyed while its last slab, empty and kept on the partial list, is to be vacated,
 * destroy ‖ vacate. It is kmem_cache_destroy that discards the slab, so slub_lock must be held
 * until it has.
 *
 * <p>Columns: destroy, vacate and what it returned, the machine after both.
 */
@Plays("kept: destroy(0) | vacate")
public class P21_DestroyVacateKept {
  private P21_DestroyVacateKept() {}

  /** Fixed: no vacate is under way while a cache goes. */
  @JCStressTest
  @Verifies(value = Claim.C14, cures = Defect.USE_AFTER_DESTROY)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "OK, EMPTY=0, FREE",       expect = ACCEPTABLE, desc = "vacate first")
  @Outcome(id = "OK, CACHES_BUSY=0, FREE", expect = ACCEPTABLE, desc = "destroy at it")
  @Outcome(id = {"OK, NO_PAGE=0, FREE",
                 "OK, NOT_SLAB=0, FREE",
                 "OK, NO_CACHE=0, FREE",
                 "OK, GONE=0, FREE"},      expect = ACCEPTABLE, desc = "gave up")
  @Outcome(                                expect = FORBIDDEN,  desc = "cache used when freed")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.KEPT, 2);

    @Actor
    public void destroy(LLL_Result r) {
      r.r1 = scene.destroy(0, 0);
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
