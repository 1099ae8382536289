// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
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
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * A full slab is vacated while somebody allocates, alloc ‖ vacate. Its two objects can be kicked.
 * Nobody allocates from a full slab, so the vacate always wins: the question is what it does with
 * the page.
 *
 * <p>Columns: alloc, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                       376,228  a2 376,228
 *   Corrected                  1,103,371  0
 *   CorrectedStoreUser           938,560  0
 * </pre>
 */
@Plays("full: alloc | vacate")
public class P03_AllocVacateFull {
  private P03_AllocVacateFull() {}

  /**
   * Broken: the emptied slab is kept on the short partial list, where the allocation may find it,
   * and vacate says 1.
   */
  @JCStressTest
  @Reproduces(Defect.KEPT_SLAB_REPORTS_SUCCESS)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "ELSEWHERE, EMPTIED=1, SLAB", expect = ACCEPTABLE_INTERESTING, desc = "a2: kept")
  @Outcome(id = "PAGE, EMPTIED=1, SLAB",      expect = ACCEPTABLE_INTERESTING, desc = "a2: in use again")
  @Outcome(                                   expect = FORBIDDEN,              desc = "wreckage")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.FULL, 2);

    @Actor
    public void alloc(LLL_Result r) {
      r.r1 = scene.alloc(0);
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

  /** Fixed: what was emptied is discarded. */
  @JCStressTest
  @Verifies(
      value = {Claim.C14, Claim.C17},
      cures = Defect.KEPT_SLAB_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "ELSEWHERE, EMPTIED=1, FREE", expect = ACCEPTABLE, desc = "page freed")
  @Outcome(                                   expect = FORBIDDEN,  desc = "page kept")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FULL, 2);

    @Actor
    public void alloc(LLL_Result r) {
      r.r1 = scene.alloc(0);
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

  /** Fixed, with a slab that comes from the full list. */
  @JCStressTest
  @Verifies(
      value = {Claim.C13, Claim.C14},
      cures = Defect.KEPT_SLAB_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "ELSEWHERE, EMPTIED=1, FREE", expect = ACCEPTABLE, desc = "page freed")
  @Outcome(                                   expect = FORBIDDEN,  desc = "page kept")
  // spotless:on
  @Plays("store_user full: alloc | vacate")
  @State
  public static class CorrectedStoreUser {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.FULL, 2);

    @Actor
    public void alloc(LLL_Result r) {
      r.r1 = scene.alloc(0);
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
