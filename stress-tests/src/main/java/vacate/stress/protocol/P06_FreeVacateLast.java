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

/**
 * The last object of a slab is freed while its page is vacated, free ‖ vacate. This is where the
 * patch breaks: {@code discard_slab} unmakes the slab without its lock. It sets inuse to 0xffff
 * while PageSlab is still on, which a vacate takes for a full slab (c), and it writes the flags
 * word with loads and stores, which lose a lock bit (d1) or bring one back (d2).
 *
 * <p>Columns: free, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                       384,097  b 213, c 1,213, d1 6,275, d2 124
 *   Corrected                    270,616  0
 * </pre>
 */
@Plays("partial: free(0) | vacate")
public class P06_FreeVacateLast {
  private P06_FreeVacateLast() {}

  /** What may come of it as corrected; of P07, too. */
  // spotless:off
  @Outcome(id = "DISCARDED, NO_PAGE=0, FREE",                          expect = ACCEPTABLE, desc = "too late")
  @Outcome(id = {"DISCARDED, NOT_SLAB=0, FREE",
                 "DISCARDED, NO_CACHE=0, FREE",
                 "DISCARDED, GONE=0, FREE",
                 "DISCARDED, EMPTY=0, FREE"},                          expect = ACCEPTABLE, desc = "gave up")
  @Outcome(id = "DISCARDED, LEFTOVER=0, FREE",                         expect = ACCEPTABLE, desc = "free under way")
  @Outcome(id = {"TAKEN, EMPTIED=1, FREE", "FROZEN, EMPTIED=1, FREE"}, expect = ACCEPTABLE, desc = "vacate first")
  @Outcome(                                                            expect = FORBIDDEN,  desc = "dying slab")
  // spotless:on
  interface AsCorrected {}

  /** What may come of it as posted; of P07, too. */
  // spotless:off
  @Outcome(id = "DISCARDED, NO_PAGE=0, FREE",                          expect = ACCEPTABLE,             desc = "too late")
  @Outcome(id = {"DISCARDED, NOT_SLAB=1, FREE",
                 "DISCARDED, GONE=1, FREE",
                 "DISCARDED, EMPTY=1, FREE"},                          expect = ACCEPTABLE,             desc = "gave up")
  @Outcome(id = "DISCARDED, LEFTOVER=0, FREE",                         expect = ACCEPTABLE,             desc = "free under way")
  @Outcome(id = {"TAKEN, EMPTIED=1, SLAB", "FROZEN, EMPTIED=1, SLAB"}, expect = ACCEPTABLE,             desc = "vacate first")
  @Outcome(id = "DISCARDED, NO_CACHE=1, FREE",                         expect = ACCEPTABLE_INTERESTING, desc = "b: no cache")
  @Outcome(id = "DISCARDED, bit_spin_unlock, .*",                      expect = ACCEPTABLE_INTERESTING, desc = "d1: lock lost")
  @Outcome(id = "DISCARDED, EMPTY=1, (COMPLAINT|LOCK_LEFT)",           expect = ACCEPTABLE_INTERESTING, desc = "d2: freed locked")
  @Outcome(id = "DISCARDED, soft_lockup, .*",                          expect = ACCEPTABLE_INTERESTING, desc = "d2: stuck")
  @Outcome(id = ".*, DEAD_PAGE_ON_LIST",                               expect = ACCEPTABLE_INTERESTING, desc = "c: dead page listed")
  @Outcome(id = "DISCARDED, list_(add|del), .*",                       expect = ACCEPTABLE_INTERESTING, desc = "c: oops in a list")
  @Outcome(id = ".*",                                                  expect = ACCEPTABLE_INTERESTING, desc = "wreckage")
  // spotless:on
  interface AsPosted {}

  /** Broken: {@code discard_slab} takes no lock. */
  @JCStressTest
  @Reproduces({
    Defect.LOCK_BIT_LOST,
    Defect.DYING_SLAB_REVIVED,
    Defect.STALE_NULL_CACHE,
    Defect.LOCK_BIT_STUCK
  })
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(P06_FreeVacateLast.AsPosted.class)
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.PARTIAL, 2);

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

  /** Fixed: the slab is unmade under its lock. */
  @JCStressTest
  @Verifies(
      value = Claim.C1,
      qualified = {Claim.C10, Claim.C12},
      cures = {
        Defect.DYING_SLAB_REVIVED,
        Defect.LOCK_BIT_LOST,
        Defect.LOCK_BIT_STUCK,
        Defect.STALE_NULL_CACHE
      })
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P06_FreeVacateLast.AsCorrected.class)
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 2);

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
