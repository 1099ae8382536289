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
import org.openjdk.jcstress.infra.results.LLLLL_Result;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Plays;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * Four at one slab, alloc ‖ free ‖ vacate ‖ vacate: one of two objects is freed, a CPU would
 * allocate from the slab once it is partial, and two want it vacated. On fewer than four CPUs this
 * shows interleavings only.
 *
 * <p>Columns: alloc, free, vacate with what it returned, twice; the machine after all.
 */
@Plays("full: alloc | free(0) | vacate | vacate")
public class P17_AllocFreeVacateVacate {
  private P17_AllocFreeVacateVacate() {}

  /** Broken: all of it. */
  @JCStressTest
  @Reproduces({Defect.KEPT_SLAB_REPORTS_SUCCESS, Defect.ABORT_REPORTS_SUCCESS})
  @Expects(Verdict.OBSERVED)
  @Expects(
      value = Verdict.NOT_RUN,
      of = Judge.EXPLORER,
      because = "four actors: hundreds of thousands of executions")
  // spotless:off
  @Outcome(id = {"ELSEWHERE, DISCARDED, LEFTOVER=0, (NO_PAGE=0|LEFTOVER=0|(NOT_SLAB|NO_CACHE|GONE|EMPTY|FROZEN)=1), FREE",
                 "ELSEWHERE, DISCARDED, (NO_PAGE=0|(NOT_SLAB|NO_CACHE|GONE|EMPTY|FROZEN)=1), LEFTOVER=0, FREE"},           expect = ACCEPTABLE,             desc = "free last")
  @Outcome(id = "PAGE, FROZEN, LEFTOVER=0, LEFTOVER=0, SLAB",                                                              expect = ACCEPTABLE,             desc = "object left")
  @Outcome(id = ".*EMPTIED=1, .*SLAB",                                                                                     expect = ACCEPTABLE_INTERESTING, desc = "a2: kept")
  @Outcome(id = ".*FROZEN=1, .*SLAB",                                                                                      expect = ACCEPTABLE_INTERESTING, desc = "a: wrong success")
  @Outcome(id = ".*",                                                                                                      expect = ACCEPTABLE,             desc = "c, d1 or d2, not the subject")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.FULL, 4);

    @Actor
    public void alloc(LLLLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLLLL_Result r) {
      r.r2 = scene.free(1, 0);
    }

    @Actor
    public void vacateFirst(LLLLL_Result r) {
      r.r3 = scene.vacate(2);
    }

    @Actor
    public void vacateSecond(LLLLL_Result r) {
      r.r4 = scene.vacate(3);
    }

    @Arbiter
    public void after(LLLLL_Result r) {
      r.r5 = scene.outcome();
    }
  }

  /** Fixed. */
  @JCStressTest
  @Verifies(
      value = {Claim.C1, Claim.C5, Claim.C11, Claim.C14, Claim.C15},
      qualified = Claim.C18,
      cures = {Defect.ABORT_REPORTS_SUCCESS, Defect.KEPT_SLAB_REPORTS_SUCCESS})
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(
      value = Verdict.NOT_RUN,
      of = Judge.EXPLORER,
      because = "four actors: hundreds of thousands of executions")
  // spotless:off
  @Outcome(id = {"ELSEWHERE, DISCARDED, LEFTOVER=0, (NO_PAGE|NOT_SLAB|NO_CACHE|GONE|EMPTY|FROZEN|LEFTOVER)=0, FREE",
                 "ELSEWHERE, DISCARDED, (NO_PAGE|NOT_SLAB|NO_CACHE|GONE|EMPTY|FROZEN)=0, LEFTOVER=0, FREE"},                expect = ACCEPTABLE, desc = "free last")
  @Outcome(id = {"ELSEWHERE, (TO_PARTIAL|FROZEN|TAKEN), EMPTIED=1, (NO_PAGE|NOT_SLAB|NO_CACHE|GONE|EMPTY|FROZEN)=0, FREE",
                 "ELSEWHERE, (TO_PARTIAL|FROZEN|TAKEN), (NO_PAGE|NOT_SLAB|NO_CACHE|GONE|EMPTY|FROZEN)=0, EMPTIED=1, FREE"}, expect = ACCEPTABLE, desc = "one did it")
  @Outcome(id = {"ELSEWHERE, FROZEN, EMPTIED=1, LEFTOVER=0, FREE",
                 "ELSEWHERE, FROZEN, LEFTOVER=0, EMPTIED=1, FREE"},                                                         expect = ACCEPTABLE, desc = "at second try")
  @Outcome(id = {"PAGE, TO_PARTIAL, FROZEN=0, FROZEN=0, SLAB",
                 "PAGE, FROZEN, LEFTOVER=0, (LEFTOVER|FROZEN)=0, SLAB",
                 "PAGE, FROZEN, FROZEN=0, LEFTOVER=0, SLAB"},                                                               expect = ACCEPTABLE, desc = "alloc first")
  @Outcome(                                                                                                                 expect = FORBIDDEN,  desc = "wreckage, or wrong success")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.FULL, 4);

    @Actor
    public void alloc(LLLLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLLLL_Result r) {
      r.r2 = scene.free(1, 0);
    }

    @Actor
    public void vacateFirst(LLLLL_Result r) {
      r.r3 = scene.vacate(2);
    }

    @Actor
    public void vacateSecond(LLLLL_Result r) {
      r.r4 = scene.vacate(3);
    }

    @Arbiter
    public void after(LLLLL_Result r) {
      r.r5 = scene.outcome();
    }
  }
}
