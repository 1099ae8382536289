// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
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
 * One of two objects is freed while the full slab is vacated, free ‖ vacate. The free may come
 * before the slab is frozen, while it is, or after: then the vacate had to leave that object, and
 * the free discards the slab.
 *
 * <p>Columns: free, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                     1,558,963  a2 1,552,712
 *   Corrected                  1,421,981  0
 *   PostedStoreUser            1,547,631  a2 1,541,668
 *   CorrectedStoreUser           142,225  0
 * </pre>
 */
@Plays("full: free(0) | vacate")
public class P09_FreeVacateNotLast {
  private P09_FreeVacateNotLast() {}

  /** What may come of it as corrected, with and without debugging. */
  // spotless:off
  @Outcome(id = {"TO_PARTIAL, EMPTIED=1, FREE",
                 "FROZEN, EMPTIED=1, FREE",
                 "TAKEN, EMPTIED=1, FREE"},     expect = ACCEPTABLE, desc = "page freed")
  @Outcome(id = "DISCARDED, LEFTOVER=0, FREE",  expect = ACCEPTABLE, desc = "free under way")
  @Outcome(                                     expect = FORBIDDEN,  desc = "page kept, or lost")
  // spotless:on
  interface AsCorrected {}

  /** What may come of it as posted, with and without debugging. */
  // spotless:off
  @Outcome(id = {"TO_PARTIAL, EMPTIED=1, SLAB",
                 "FROZEN, EMPTIED=1, SLAB",
                 "TAKEN, EMPTIED=1, SLAB"},     expect = ACCEPTABLE_INTERESTING, desc = "a2: kept")
  @Outcome(id = "DISCARDED, LEFTOVER=0, FREE",  expect = ACCEPTABLE,             desc = "free under way")
  @Outcome(                                     expect = FORBIDDEN,              desc = "wreckage")
  // spotless:on
  interface AsPosted {}

  /** Broken: the emptied slab is kept, and vacate says 1. */
  @JCStressTest
  @Reproduces(Defect.KEPT_SLAB_REPORTS_SUCCESS)
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(P09_FreeVacateNotLast.AsPosted.class)
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.FULL, 2);

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

  /** Fixed: page freed, by whoever was last. */
  @JCStressTest
  @Verifies(
      value = {Claim.C14, Claim.C15},
      qualified = Claim.C18,
      cures = Defect.KEPT_SLAB_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P09_FreeVacateNotLast.AsCorrected.class)
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FULL, 2);

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

  /** Broken in the same way, with a full list. */
  @JCStressTest
  @Reproduces(Defect.KEPT_SLAB_REPORTS_SUCCESS)
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(P09_FreeVacateNotLast.AsPosted.class)
  @Plays("store_user full: free(0) | vacate")
  @State
  public static class PostedStoreUser {
    private final Scene scene = new Scene(Revision.POSTED, SlabFlag.SLAB_STORE_USER, Shape.FULL, 2);

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

  /** Fixed: a free and a vacate agree on who takes the slab off the full list. */
  @JCStressTest
  @Verifies(
      value = {Claim.C13, Claim.C14, Claim.C15},
      cures = Defect.KEPT_SLAB_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P09_FreeVacateNotLast.AsCorrected.class)
  @Plays("store_user full: free(0) | vacate")
  @State
  public static class CorrectedStoreUser {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.FULL, 2);

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
