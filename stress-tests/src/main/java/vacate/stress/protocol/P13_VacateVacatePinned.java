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
 * The same with an object that nobody can kick, vacate ‖ vacate: no vacate can succeed, so none may
 * say that it did. Mel Gorman found {@code == 0} "a little funky looking" and proposed to return
 * {@code vacated == 0} at the end; there, giving up looks like having left nothing.
 *
 * <p>Columns: vacate and what it returned, twice; the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                     1,423,001  a 132,411
 *   Corrected                    968,249  0
 *   CorrectedStoreUser           738,420  0
 * </pre>
 */
@Plays("full pinned(0): vacate | vacate")
public class P13_VacateVacatePinned {
  private P13_VacateVacatePinned() {}

  /** What may come of it as corrected, with and without debugging. */
  // spotless:off
  @Outcome(id = "LEFTOVER=0, LEFTOVER=0, SLAB", expect = ACCEPTABLE, desc = "one, then the other")
  @Outcome(id = {"FROZEN=0, LEFTOVER=0, SLAB",
                 "LEFTOVER=0, FROZEN=0, SLAB"}, expect = ACCEPTABLE, desc = "one at a time")
  @Outcome(                                     expect = FORBIDDEN,  desc = "wrong success")
  // spotless:on
  interface AsCorrected {}

  /** Broken: who finds the slab frozen says 1, with the object still in it. */
  @JCStressTest
  @Reproduces(Defect.ABORT_REPORTS_SUCCESS)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "LEFTOVER=0, LEFTOVER=0, SLAB", expect = ACCEPTABLE,             desc = "one, then the other")
  @Outcome(id = {"FROZEN=1, LEFTOVER=0, SLAB",
                 "LEFTOVER=0, FROZEN=1, SLAB"}, expect = ACCEPTABLE_INTERESTING, desc = "a: wrong success")
  @Outcome(                                     expect = FORBIDDEN,              desc = "wreckage")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.FULL, 2);

    public Posted() {
      scene.pin(0);
    }

    @Actor
    public void vacateFirst(LLL_Result r) {
      r.r1 = scene.vacate(0);
    }

    @Actor
    public void vacateSecond(LLL_Result r) {
      r.r2 = scene.vacate(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** Fixed: nobody says 1. */
  @JCStressTest
  @Verifies(
      value = {Claim.C11, Claim.C14},
      cures = Defect.ABORT_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P13_VacateVacatePinned.AsCorrected.class)
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FULL, 2);

    public Corrected() {
      scene.pin(0);
    }

    @Actor
    public void vacateFirst(LLL_Result r) {
      r.r1 = scene.vacate(0);
    }

    @Actor
    public void vacateSecond(LLL_Result r) {
      r.r2 = scene.vacate(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** Fixed, from the full list to the partial list. */
  @JCStressTest
  @Verifies(
      value = {Claim.C11, Claim.C13, Claim.C14},
      cures = Defect.ABORT_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P13_VacateVacatePinned.AsCorrected.class)
  @Plays("store_user full pinned(0): vacate | vacate")
  @State
  public static class CorrectedStoreUser {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.FULL, 2);

    public CorrectedStoreUser() {
      scene.pin(0);
    }

    @Actor
    public void vacateFirst(LLL_Result r) {
      r.r1 = scene.vacate(0);
    }

    @Actor
    public void vacateSecond(LLL_Result r) {
      r.r2 = scene.vacate(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
