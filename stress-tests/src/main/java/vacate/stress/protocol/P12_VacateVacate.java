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
 * Two CPUs vacate one full slab, vacate ‖ vacate. FROZEN lets one of them in. Exactly one of them
 * has done it.
 *
 * <p>Columns: vacate and what it returned, twice; the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                     1,056,914  a2 1,056,914
 *   Corrected                  1,873,124  0
 *   CorrectedStoreUser           539,846  0
 *   CorrectedRcu               1,343,861  0
 * </pre>
 */
@Plays("full: vacate | vacate")
public class P12_VacateVacate {
  private P12_VacateVacate() {}

  /** What may come of it as corrected, with and without debugging. */
  // spotless:off
  @Outcome(id = {"EMPTIED=1, NO_PAGE=0, FREE",
                 "NO_PAGE=0, EMPTIED=1, FREE",
                 "EMPTIED=1, NOT_SLAB=0, FREE",
                 "NOT_SLAB=0, EMPTIED=1, FREE",
                 "EMPTIED=1, NO_CACHE=0, FREE",
                 "NO_CACHE=0, EMPTIED=1, FREE",
                 "EMPTIED=1, GONE=0, FREE",
                 "GONE=0, EMPTIED=1, FREE",
                 "EMPTIED=1, EMPTY=0, FREE",
                 "EMPTY=0, EMPTIED=1, FREE",
                 "EMPTIED=1, FROZEN=0, FREE",
                 "FROZEN=0, EMPTIED=1, FREE"},  expect = ACCEPTABLE, desc = "one did it")
  @Outcome(                                     expect = FORBIDDEN,  desc = "none, or both")
  // spotless:on
  interface AsCorrected {}

  /** Broken: both say 1, and the page still is a slab. */
  @JCStressTest
  @Reproduces(Defect.KEPT_SLAB_REPORTS_SUCCESS)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = {"EMPTIED=1, EMPTY=1, SLAB",
                 "EMPTY=1, EMPTIED=1, SLAB",
                 "EMPTIED=1, FROZEN=1, SLAB",
                 "FROZEN=1, EMPTIED=1, SLAB"}, expect = ACCEPTABLE_INTERESTING, desc = "a2: both say done")
  @Outcome(                                    expect = FORBIDDEN,              desc = "wreckage")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.FULL, 2);

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

  /** Fixed: one says 1, and the page is free. */
  @JCStressTest
  @Verifies(
      value = {Claim.C5, Claim.C11, Claim.C14},
      cures = {Defect.KEPT_SLAB_REPORTS_SUCCESS, Defect.ABORT_REPORTS_SUCCESS})
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P12_VacateVacate.AsCorrected.class)
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FULL, 2);

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

  /** Fixed, with a full list. */
  @JCStressTest
  @Verifies(
      value = {Claim.C5, Claim.C11, Claim.C13, Claim.C14},
      cures = {Defect.KEPT_SLAB_REPORTS_SUCCESS, Defect.ABORT_REPORTS_SUCCESS})
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P12_VacateVacate.AsCorrected.class)
  @Plays("store_user full: vacate | vacate")
  @State
  public static class CorrectedStoreUser {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.FULL, 2);

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

  /** Fixed, with a grace period between. */
  @JCStressTest
  @Verifies(
      value = {Claim.C11, Claim.C14},
      cures = {Defect.KEPT_SLAB_REPORTS_SUCCESS, Defect.ABORT_REPORTS_SUCCESS})
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"EMPTIED=1, NOT_SLAB=0, FREE",
                 "NOT_SLAB=0, EMPTIED=1, FREE",
                 "EMPTIED=1, GONE=0, FREE",
                 "GONE=0, EMPTIED=1, FREE",
                 "EMPTIED=1, EMPTY=0, FREE",
                 "EMPTY=0, EMPTIED=1, FREE",
                 "EMPTIED=1, FROZEN=0, FREE",
                 "FROZEN=0, EMPTIED=1, FREE"},  expect = ACCEPTABLE, desc = "one did it")
  @Outcome(                                     expect = FORBIDDEN,  desc = "none, or both")
  // spotless:on
  @Plays("rcu full: vacate | vacate")
  @State
  public static class CorrectedRcu {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.FULL, 2);

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
