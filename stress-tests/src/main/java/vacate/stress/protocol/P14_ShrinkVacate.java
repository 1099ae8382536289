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
 * {@code kmem_cache_shrink} discards an empty slab of the partial list while its page is vacated,
 * shrink ‖ vacate. There is nothing to vacate; but the slab is discarded without its lock, under
 * list_lock only, so the vacate can do the same damage as beside a free.
 *
 * <p>Columns: shrink, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                       738,539  b 48, c 420, d1 555, d2 63
 *   Corrected                  1,937,484  0
 *   CorrectedPartial             649,136  0
 * </pre>
 */
@Plays("kept: shrink | vacate")
public class P14_ShrinkVacate {
  private P14_ShrinkVacate() {}

  /** Broken: as beside the last free. */
  @JCStressTest
  @Reproduces({
    Defect.LOCK_BIT_LOST,
    Defect.DYING_SLAB_REVIVED,
    Defect.LOCK_BIT_STUCK,
    Defect.STALE_NULL_CACHE
  })
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "OK, NO_PAGE=0, FREE",     expect = ACCEPTABLE,             desc = "too late")
  @Outcome(id = {"OK, NOT_SLAB=1, FREE",
                 "OK, GONE=1, FREE",
                 "OK, EMPTY=1, FREE"},     expect = ACCEPTABLE,             desc = "gave up")
  @Outcome(id = "OK, EMPTY=1, SLAB",       expect = ACCEPTABLE,             desc = "slab was locked")
  @Outcome(id = "OK, NO_CACHE=1, FREE",    expect = ACCEPTABLE_INTERESTING, desc = "b: no cache")
  @Outcome(id = "OK, bit_spin_unlock, .*", expect = ACCEPTABLE_INTERESTING, desc = "d1: lock lost")
  @Outcome(id = "OK, EMPTY=1, COMPLAINT",  expect = ACCEPTABLE_INTERESTING, desc = "d2: freed locked")
  @Outcome(id = "OK, soft_lockup, .*",     expect = ACCEPTABLE_INTERESTING, desc = "d2: stuck")
  @Outcome(id = ".*, DEAD_PAGE_ON_LIST",   expect = ACCEPTABLE_INTERESTING, desc = "c: dead page listed")
  @Outcome(id = ".*",                      expect = ACCEPTABLE_INTERESTING, desc = "wreckage")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.KEPT, 2);

    @Actor
    public void shrink(LLL_Result r) {
      r.r1 = scene.shrink(0);
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
   * Fixed: shrink takes the slab lock again to unmake the slab. It holds list_lock then, the wrong
   * way round; whoever has the slab lock of an empty slab wants no list_lock.
   */
  @JCStressTest
  @Verifies(
      value = Claim.C1,
      qualified = Claim.C10,
      cures = {
        Defect.DYING_SLAB_REVIVED,
        Defect.LOCK_BIT_LOST,
        Defect.LOCK_BIT_STUCK,
        Defect.STALE_NULL_CACHE
      })
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "OK, NO_PAGE=0, FREE",   expect = ACCEPTABLE, desc = "too late")
  @Outcome(id = {"OK, NOT_SLAB=0, FREE",
                 "OK, NO_CACHE=0, FREE",
                 "OK, GONE=0, FREE",
                 "OK, EMPTY=0, FREE"},   expect = ACCEPTABLE, desc = "gave up")
  @Outcome(id = "OK, EMPTY=0, SLAB",     expect = ACCEPTABLE, desc = "slab was locked")
  @Outcome(                              expect = FORBIDDEN,  desc = "dying slab")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.KEPT, 2);

    @Actor
    public void shrink(LLL_Result r) {
      r.r1 = scene.shrink(0);
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

  /** Fixed: shrink sorts the list while the only slab on it is vacated. */
  @JCStressTest
  @Verifies({Claim.C13, Claim.C14})
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "OK, EMPTIED=1, FREE", expect = ACCEPTABLE, desc = "page freed")
  @Outcome(                            expect = FORBIDDEN,  desc = "list corrupt")
  // spotless:on
  @Plays("partial: shrink | vacate")
  @State
  public static class CorrectedPartial {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void shrink(LLL_Result r) {
      r.r1 = scene.shrink(0);
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
