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
 * The last free once more, with SLAB_STORE_USER, free ‖ vacate: a slab that seems full is looked
 * for on the full list.
 *
 * <p>Columns: free, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                       410,725  b 101, c 2,825, d1 3,669, d2 666
 *   Corrected                    665,905  0
 * </pre>
 */
@Plays("store_user partial: free(0) | vacate")
public class P07_FreeVacateLastDebug {
  private P07_FreeVacateLastDebug() {}

  /** Broken: the dying slab seems full and is on no list; {@code list_del} follows poison. */
  @JCStressTest
  @Reproduces({
    Defect.LOCK_BIT_LOST,
    Defect.DYING_SLAB_REVIVED,
    Defect.LOCK_BIT_STUCK,
    Defect.STALE_NULL_CACHE
  })
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(P06_FreeVacateLast.AsPosted.class)
  @State
  public static class Posted {
    private final Scene scene =
        new Scene(Revision.POSTED, SlabFlag.SLAB_STORE_USER, Shape.PARTIAL, 2);

    @Actor
    public void free(LLL_Result r) {
      r.r1 = scene.free(0, 0);
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

  /** Fixed: the slab is unmade under its lock. */
  @JCStressTest
  @Verifies(
      value = {Claim.C1, Claim.C13},
      qualified = {Claim.C10, Claim.C12},
      cures = {
        Defect.DYING_SLAB_REVIVED,
        Defect.LOCK_BIT_LOST,
        Defect.LOCK_BIT_STUCK,
        Defect.STALE_NULL_CACHE
      })
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P06_FreeVacateLast.AsCorrected.class)
  @State
  public static class Corrected {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.PARTIAL, 2);

    @Actor
    public void free(LLL_Result r) {
      r.r1 = scene.free(0, 0);
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
