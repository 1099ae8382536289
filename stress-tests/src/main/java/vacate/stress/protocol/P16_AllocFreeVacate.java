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
 * Three at one slab, alloc ‖ free ‖ vacate: the last object of a partial slab is freed, a CPU wants
 * to allocate from that slab, and its page is vacated. On fewer than three CPUs this shows
 * interleavings only.
 *
 * <p>Columns: alloc, free, vacate with what it returned, the machine after all.
 */
@Plays("partial: alloc | free(0) | vacate")
public class P16_AllocFreeVacate {
  private P16_AllocFreeVacate() {}

  /**
   * Broken: all that is wrong beside a free is wrong here, and a dead page on the partial list may
   * be allocated from.
   */
  @JCStressTest
  @Reproduces({
    Defect.ABORT_REPORTS_SUCCESS,
    Defect.DYING_SLAB_REVIVED,
    Defect.LOCK_BIT_LOST,
    Defect.LOCK_BIT_STUCK
  })
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "ELSEWHERE, DISCARDED, (NO_PAGE|LEFTOVER)=0, FREE",             expect = ACCEPTABLE,             desc = "free last")
  @Outcome(id = "ELSEWHERE, DISCARDED, (NOT_SLAB|NO_CACHE|GONE|EMPTY)=1, FREE", expect = ACCEPTABLE,             desc = "gave up")
  @Outcome(id = "(ELSEWHERE|PAGE), (FROZEN|TAKEN), EMPTIED=1, SLAB",            expect = ACCEPTABLE,             desc = "vacate first")
  @Outcome(id = "PAGE, FROZEN, LEFTOVER=0, SLAB",                               expect = ACCEPTABLE,             desc = "object left")
  @Outcome(id = "PAGE, FROZEN, FROZEN=1, SLAB",                                 expect = ACCEPTABLE_INTERESTING, desc = "a: wrong success")
  @Outcome(id = ".*bit_spin_unlock.*",                                          expect = ACCEPTABLE_INTERESTING, desc = "d1: lock lost")
  @Outcome(id = ".*DISCARDED, EMPTY=1, COMPLAINT",                              expect = ACCEPTABLE_INTERESTING, desc = "d2: freed locked")
  @Outcome(id = ".*soft_lockup.*",                                              expect = ACCEPTABLE_INTERESTING, desc = "d2: stuck")
  @Outcome(id = "page_fault, .*",                                               expect = ACCEPTABLE_INTERESTING, desc = "c: allocated from a dead page")
  @Outcome(id = ".*, DEAD_PAGE_ON_LIST",                                        expect = ACCEPTABLE_INTERESTING, desc = "c: dead page listed")
  @Outcome(id = ".*",                                                           expect = ACCEPTABLE_INTERESTING, desc = "wreckage")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.PARTIAL, 3);

    @Actor
    public void alloc(LLLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLLL_Result r) {
      r.r2 = scene.free(1, 0);
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
      value = {Claim.C1, Claim.C5, Claim.C11, Claim.C14, Claim.C15},
      qualified = Claim.C18,
      cures = {
        Defect.ABORT_REPORTS_SUCCESS,
        Defect.DYING_SLAB_REVIVED,
        Defect.LOCK_BIT_LOST,
        Defect.LOCK_BIT_STUCK
      })
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "ELSEWHERE, DISCARDED, (NO_PAGE|NOT_SLAB|NO_CACHE|GONE|EMPTY|LEFTOVER)=0, FREE", expect = ACCEPTABLE, desc = "free last")
  @Outcome(id = "ELSEWHERE, (FROZEN|TAKEN), EMPTIED=1, FREE",                                    expect = ACCEPTABLE, desc = "vacate first")
  @Outcome(id = "PAGE, FROZEN, (FROZEN|LEFTOVER)=0, SLAB",                                       expect = ACCEPTABLE, desc = "alloc first")
  @Outcome(                                                                                      expect = FORBIDDEN,  desc = "wreckage, or wrong success")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 3);

    @Actor
    public void alloc(LLLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLLL_Result r) {
      r.r2 = scene.free(1, 0);
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
