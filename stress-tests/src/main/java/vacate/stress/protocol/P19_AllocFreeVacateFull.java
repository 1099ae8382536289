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
import org.openjdk.jcstress.infra.results.LLLL_Result;
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

/**
 * Three at one full slab, alloc ‖ free ‖ vacate: one of its two objects is freed, a CPU wants to
 * allocate, and the page is vacated. Nobody discards the slab before vacate is done with it, so
 * that even the posted revision is wrong in its return value only. On fewer than three CPUs this
 * shows interleavings only.
 *
 * <p>Columns: alloc, free, vacate with what it returned, the machine after all.
 */
@Plays("full: alloc | free(1) | vacate")
public class P19_AllocFreeVacateFull {
  private P19_AllocFreeVacateFull() {}

  /** Broken: 1 for a slab that stays one, and for giving up. */
  @JCStressTest
  @Reproduces({Defect.ABORT_REPORTS_SUCCESS, Defect.KEPT_SLAB_REPORTS_SUCCESS})
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = {"ELSEWHERE, DISCARDED, LEFTOVER=0, FREE",
                 "PAGE, FROZEN, LEFTOVER=0, SLAB"},                             expect = ACCEPTABLE,             desc = "object left")
  @Outcome(id = "PAGE, TO_PARTIAL, FROZEN=1, SLAB",                             expect = ACCEPTABLE_INTERESTING, desc = "a: wrong success")
  @Outcome(id = "(ELSEWHERE|PAGE), (TO_PARTIAL|FROZEN|TAKEN), EMPTIED=1, SLAB", expect = ACCEPTABLE_INTERESTING, desc = "a2: emptied, and still a slab")
  @Outcome(                                                                     expect = FORBIDDEN,              desc = "wreckage")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.FULL, 3);

    @Actor
    public void alloc(LLLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLLL_Result r) {
      r.r2 = scene.free(1, 1);
    }

    @Actor
    public void vacate(LLLL_Result r) {
      r.r3 = scene.vacate(2);
    }

    @Arbiter
    public void after(LLLL_Result r) {
      r.r4 = scene.outcome();
    }
  }

  /** Fixed. */
  @JCStressTest
  @Verifies(
      value = {Claim.C11, Claim.C14, Claim.C15},
      qualified = Claim.C18,
      cures = {Defect.ABORT_REPORTS_SUCCESS, Defect.KEPT_SLAB_REPORTS_SUCCESS})
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"ELSEWHERE, DISCARDED, LEFTOVER=0, FREE",
                 "PAGE, FROZEN, LEFTOVER=0, SLAB"},                      expect = ACCEPTABLE, desc = "object left")
  @Outcome(id = "PAGE, TO_PARTIAL, FROZEN=0, SLAB",                      expect = ACCEPTABLE, desc = "alloc first")
  @Outcome(id = "ELSEWHERE, (TO_PARTIAL|FROZEN|TAKEN), EMPTIED=1, FREE", expect = ACCEPTABLE, desc = "emptied")
  @Outcome(                                                              expect = FORBIDDEN,  desc = "wreckage, or wrong success")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FULL, 3);

    @Actor
    public void alloc(LLLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLLL_Result r) {
      r.r2 = scene.free(1, 1);
    }

    @Actor
    public void vacate(LLLL_Result r) {
      r.r3 = scene.vacate(2);
    }

    @Arbiter
    public void after(LLLL_Result r) {
      r.r4 = scene.outcome();
    }
  }
}
