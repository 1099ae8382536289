// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.defect;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Plays;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * Defect {@code callback-after-destroy}: with SLAB_DESTROY_BY_RCU the last slab of a cache waits
 * for a grace period when {@code kmem_cache_destroy} frees the cache, and {@code __free_slab} then
 * reads it. destroy, alone, and the grace period.
 *
 * <p>Columns: destroy, with what went wrong in the callbacks; the machine afterwards.
 */
@Plays("rcu partial: destroy(0); idle")
public class CallbackAfterDestroy {
  private CallbackAfterDestroy() {}

  /** Broken: the number of slab pages is wrong by the poison that was read. */
  @JCStressTest
  @Reproduces(Defect.CALLBACK_AFTER_DESTROY)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "OK, NR_SLAB_WRONG", expect = ACCEPTABLE_INTERESTING, desc = "rcu: use after free")
  @State
  public static class Posted {
    private final Scene scene =
        new Scene(Revision.POSTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 1);

    @Actor
    public void destroy(LL_Result r) {
      r.r1 = scene.destroy(0, 0) + scene.gracePeriod(0);
    }

    @Arbiter
    public void after(LL_Result r) {
      r.r2 = scene.outcome();
    }
  }

  /** Fixed: the cache waits for its slabs. */
  @JCStressTest
  @Verifies(cures = Defect.CALLBACK_AFTER_DESTROY)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "OK, FREE", expect = ACCEPTABLE, desc = "cache and page free")
  @Outcome(                 expect = FORBIDDEN,  desc = "rcu: use after free")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 1);

    @Actor
    public void destroy(LL_Result r) {
      r.r1 = scene.destroy(0, 0) + scene.gracePeriod(0);
    }

    @Arbiter
    public void after(LL_Result r) {
      r.r2 = scene.outcome();
    }
  }
}
