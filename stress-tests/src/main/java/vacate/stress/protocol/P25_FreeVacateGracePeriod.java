// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import vacate.claim.Claim;
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
 * The last free of a slab with SLAB_DESTROY_BY_RCU, free ‖ vacate, and after both the grace period
 * of what they have discarded: a vacate may meet the slab before, during or after it, and the page
 * allocator gets the page in the end.
 *
 * <p>Columns: free, vacate with what it returned, each with what went wrong in its callbacks; the
 * machine after both.
 */
@Plays("rcu partial: free(0); idle | vacate; idle")
public class P25_FreeVacateGracePeriod {
  private P25_FreeVacateGracePeriod() {}

  /**
   * Broken: the dying slab is listed while its links hold the {@code rcu_head}, and the queue leads
   * astray when its period is over.
   */
  @JCStressTest
  @Reproduces({Defect.LOCK_BIT_LOST, Defect.DYING_SLAB_REVIVED, Defect.LOCK_BIT_STUCK})
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(P08_FreeVacateLastRcu.AsPosted.class)
  @State
  public static class Posted {
    private final Scene scene =
        new Scene(Revision.POSTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 2);

    @Actor
    public void free(LLL_Result r) {
      r.r1 = scene.free(0, 0) + scene.gracePeriod(0);
    }

    @Actor
    public void vacate(LLL_Result r) {
      r.r2 = scene.vacate(1) + scene.gracePeriod(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /**
   * Fixed: the slab is unmade under its lock, before the grace period starts; it ends as in peace.
   */
  @JCStressTest
  @Verifies(
      value = Claim.C1,
      qualified = {Claim.C10, Claim.C12},
      cures = {Defect.DYING_SLAB_REVIVED, Defect.LOCK_BIT_LOST, Defect.LOCK_BIT_STUCK})
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P08_FreeVacateLastRcu.AsCorrected.class)
  @State
  public static class Corrected {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 2);

    @Actor
    public void free(LLL_Result r) {
      r.r1 = scene.free(0, 0) + scene.gracePeriod(0);
    }

    @Actor
    public void vacate(LLL_Result r) {
      r.r2 = scene.vacate(1) + scene.gracePeriod(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
