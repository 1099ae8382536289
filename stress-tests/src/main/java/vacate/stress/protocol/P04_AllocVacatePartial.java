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

/**
 * Both want the same partial slab, alloc ‖ vacate. {@code get_partial} takes it off the list under
 * list_lock with the slab lock only tried for; vacate has the slab lock and waits for list_lock.
 * One of them freezes it, the other has to do without.
 *
 * <p>Columns: alloc, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                     1,468,595  a 1,067,633, a2 400,962
 *   Corrected                  1,523,994  0
 * </pre>
 */
@Plays("partial: alloc | vacate")
public class P04_AllocVacatePartial {
  private P04_AllocVacatePartial() {}

  /**
   * Broken: if the allocation was first, vacate finds the slab frozen, leaves it alone, and says 1.
   */
  @JCStressTest
  @Reproduces({Defect.ABORT_REPORTS_SUCCESS, Defect.KEPT_SLAB_REPORTS_SUCCESS})
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "PAGE, FROZEN=1, SLAB",       expect = ACCEPTABLE_INTERESTING, desc = "a: wrong success")
  @Outcome(id = "ELSEWHERE, EMPTIED=1, SLAB", expect = ACCEPTABLE_INTERESTING, desc = "a2: kept")
  @Outcome(id = "PAGE, EMPTIED=1, SLAB",      expect = ACCEPTABLE_INTERESTING, desc = "a2: in use again")
  @Outcome(                                   expect = FORBIDDEN,              desc = "wreckage")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.PARTIAL, 2);

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

  /** Fixed: 0 for a slab that an allocation got first; else the page is free. */
  @JCStressTest
  @Verifies(
      value = {Claim.C11, Claim.C14},
      qualified = Claim.C18,
      cures = {Defect.ABORT_REPORTS_SUCCESS, Defect.KEPT_SLAB_REPORTS_SUCCESS})
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "PAGE, FROZEN=0, SLAB",       expect = ACCEPTABLE, desc = "alloc first")
  @Outcome(id = "ELSEWHERE, EMPTIED=1, FREE", expect = ACCEPTABLE, desc = "vacate first")
  @Outcome(                                   expect = FORBIDDEN,  desc = "wrong success")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 2);

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
