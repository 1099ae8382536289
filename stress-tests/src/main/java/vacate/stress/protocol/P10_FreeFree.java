// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
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
import vacate.slub.SlabFlag;

/**
 * Both objects of a full slab are freed at once, free ‖ free. No vacate here: what the patch builds
 * on. The first free lists the slab, the last one unlists and discards it.
 *
 * <p>Columns: free, free, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                     1,070,901  0
 *   Corrected                  1,381,782  0
 *   CorrectedStoreUser         1,691,384  0
 *   CorrectedRcu                 760,299  0
 * </pre>
 */
@Plays("full: free(0) | free(1)")
public class P10_FreeFree {
  private P10_FreeFree() {}

  /** What may come of it, in every revision and cache. */
  // spotless:off
  @Outcome(id = "TO_PARTIAL, DISCARDED, FREE", expect = ACCEPTABLE, desc = "second last")
  @Outcome(id = "DISCARDED, TO_PARTIAL, FREE", expect = ACCEPTABLE, desc = "first last")
  @Outcome(                                    expect = FORBIDDEN,  desc = "slab lost")
  // spotless:on
  interface Outcomes {}

  /** Sound before and with the patch. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P10_FreeFree.Outcomes.class)
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.FULL, 2);

    @Actor
    public void freeFirst(LLL_Result r) {
      r.r1 = scene.free(0, 0);
    }

    @Actor
    public void freeSecond(LLL_Result r) {
      r.r2 = scene.free(1, 1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** Still sound when the slab is unmade under its lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P10_FreeFree.Outcomes.class)
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FULL, 2);

    @Actor
    public void freeFirst(LLL_Result r) {
      r.r1 = scene.free(0, 0);
    }

    @Actor
    public void freeSecond(LLL_Result r) {
      r.r2 = scene.free(1, 1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** The slab comes from the full list. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P10_FreeFree.Outcomes.class)
  @Plays("store_user full: free(0) | free(1)")
  @State
  public static class CorrectedStoreUser {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.FULL, 2);

    @Actor
    public void freeFirst(LLL_Result r) {
      r.r1 = scene.free(0, 0);
    }

    @Actor
    public void freeSecond(LLL_Result r) {
      r.r2 = scene.free(1, 1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** The page waits for its grace period. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P10_FreeFree.Outcomes.class)
  @Plays("rcu full: free(0) | free(1)")
  @State
  public static class CorrectedRcu {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.FULL, 2);

    @Actor
    public void freeFirst(LLL_Result r) {
      r.r1 = scene.free(0, 0);
    }

    @Actor
    public void freeSecond(LLL_Result r) {
      r.r2 = scene.free(1, 1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
