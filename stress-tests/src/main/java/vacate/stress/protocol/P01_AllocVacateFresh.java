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
import vacate.claim.Judge;
import vacate.claim.Plays;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * A slab is made while its page is vacated, alloc ‖ vacate. CPU 0 allocates: no slab has a free
 * object, so {@code new_slab} makes one of the contested page. CPU 1 knows the page by its number.
 * Whenever it looks it has to give up, since there is no moment at which the slab is valid and
 * nobody's.
 *
 * <p>Columns: alloc, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   PrePatch                      66,734  pre-patch 12
 *   WithoutWriteBarrier          725,023  0
 *   Posted                     1,435,634  a 771,167
 *   Corrected                  1,061,460  0
 * </pre>
 */
@Plays("fresh: alloc | vacate")
public class P01_AllocVacateFresh {
  private P01_AllocVacateFresh() {}

  /** Broken: PageSlab appears while inuse is 0xffff. The slab under construction is vacated. */
  @JCStressTest
  @Reproduces(Defect.PRE_PATCH_ORDER)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "the vacate has to come while the slab is built")
  // spotless:off
  @Outcome(id = "PAGE, NO_PAGE=0, SLAB",       expect = ACCEPTABLE,             desc = "too early")
  @Outcome(id = "PAGE, NOT_SLAB=1, SLAB",      expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "PAGE, NO_CACHE=1, SLAB",      expect = ACCEPTABLE,             desc = "stale cache")
  @Outcome(id = "PAGE, EMPTY=1, SLAB",         expect = ACCEPTABLE,             desc = "still empty")
  @Outcome(id = "PAGE, FROZEN=1, SLAB",        expect = ACCEPTABLE,             desc = "CPU's own")
  @Outcome(id = "PAGE, EMPTIED=1, WRONG_LIST", expect = ACCEPTABLE_INTERESTING, desc = "pre-patch: vacated, lost")
  @Outcome(id = ".*list_del.*",                expect = ACCEPTABLE_INTERESTING, desc = "pre-patch: not listed")
  @Outcome(id = ".*",                          expect = ACCEPTABLE_INTERESTING, desc = "pre-patch: half built")
  // spotless:on
  @State
  public static class PrePatch {
    private final Scene scene = new Scene(Revision.PRE_PATCH, 0, Shape.FRESH, 2);

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

  /**
   * Broken by the letter: without {@code smp_wmb} PageSlab may be seen first. The slab is built by
   * a loop of calls, which no compiler reorders on x86; lesson S02 shows it in the small.
   */
  @JCStressTest
  @Reproduces(Defect.MISSING_WRITE_BARRIER)
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO})
  // spotless:off
  @Outcome(id = "PAGE, NO_PAGE=0, SLAB",  expect = ACCEPTABLE,             desc = "too early")
  @Outcome(id = "PAGE, NOT_SLAB=1, SLAB", expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "PAGE, NO_CACHE=1, SLAB", expect = ACCEPTABLE,             desc = "stale cache")
  @Outcome(id = "PAGE, EMPTY=1, SLAB",    expect = ACCEPTABLE,             desc = "still empty")
  @Outcome(id = "PAGE, FROZEN=1, SLAB",   expect = ACCEPTABLE,             desc = "CPU's own")
  @Outcome(id = ".*",                     expect = ACCEPTABLE_INTERESTING, desc = "no-wmb: half built")
  // spotless:on
  @State
  public static class WithoutWriteBarrier {
    private final Scene scene = new Scene(Revision.WITHOUT_WRITE_BARRIER, 0, Shape.FRESH, 2);

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

  /** Broken: vacate gives up in time, and says 1 for success. */
  @JCStressTest
  @Reproduces(Defect.ABORT_REPORTS_SUCCESS)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "PAGE, NO_PAGE=0, SLAB",  expect = ACCEPTABLE,             desc = "too early")
  @Outcome(id = "PAGE, NOT_SLAB=1, SLAB", expect = ACCEPTABLE_INTERESTING, desc = "a: not yet")
  @Outcome(id = "PAGE, NO_CACHE=1, SLAB", expect = ACCEPTABLE_INTERESTING, desc = "a: stale cache")
  @Outcome(id = "PAGE, EMPTY=1, SLAB",    expect = ACCEPTABLE_INTERESTING, desc = "a: still empty")
  @Outcome(id = "PAGE, FROZEN=1, SLAB",   expect = ACCEPTABLE_INTERESTING, desc = "a: CPU's own")
  @Outcome(                               expect = FORBIDDEN,              desc = "half built")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.FRESH, 2);

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

  /** Fixed: vacate gives up and says so. */
  @JCStressTest
  @Verifies(
      value = {Claim.C1, Claim.C2, Claim.C3},
      cures = {
        Defect.ABORT_REPORTS_SUCCESS,
        Defect.STALE_NULL_CACHE,
        Defect.PRE_PATCH_ORDER,
        Defect.MISSING_WRITE_BARRIER
      })
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "PAGE, NO_PAGE=0, SLAB",  expect = ACCEPTABLE, desc = "too early")
  @Outcome(id = "PAGE, NOT_SLAB=0, SLAB", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(id = "PAGE, NO_CACHE=0, SLAB", expect = ACCEPTABLE, desc = "stale cache")
  @Outcome(id = "PAGE, EMPTY=0, SLAB",    expect = ACCEPTABLE, desc = "still empty")
  @Outcome(id = "PAGE, FROZEN=0, SLAB",   expect = ACCEPTABLE, desc = "CPU's own")
  @Outcome(                               expect = FORBIDDEN,  desc = "half built, or wrong success")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FRESH, 2);

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
