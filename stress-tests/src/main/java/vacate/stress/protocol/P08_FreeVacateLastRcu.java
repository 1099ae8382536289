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
 * The last free once more, with SLAB_DESTROY_BY_RCU, free ‖ vacate: the page waits for its grace
 * period, with its reference and its cache, linked by the same words with which a vacate lists it.
 *
 * <p>Columns: free, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                       246,289  c 828, d1 3,129, d2 59
 *   Corrected                     97,245  0
 * </pre>
 */
@Plays("rcu partial: free(0) | vacate")
public class P08_FreeVacateLastRcu {
  private P08_FreeVacateLastRcu() {}

  /** What may come of it as corrected; of P25, too. */
  // spotless:off
  @Outcome(id = {"DISCARDED, NOT_SLAB=0, FREE",
                 "DISCARDED, GONE=0, FREE",
                 "DISCARDED, EMPTY=0, FREE"},                          expect = ACCEPTABLE, desc = "gave up")
  @Outcome(id = "DISCARDED, LEFTOVER=0, FREE",                         expect = ACCEPTABLE, desc = "free under way")
  @Outcome(id = {"TAKEN, EMPTIED=1, FREE", "FROZEN, EMPTIED=1, FREE"}, expect = ACCEPTABLE, desc = "vacate first")
  @Outcome(                                                            expect = FORBIDDEN,  desc = "dying slab")
  // spotless:on
  interface AsCorrected {}

  /** What may come of it as posted; of P25, too. */
  // spotless:off
  @Outcome(id = {"DISCARDED, NOT_SLAB=1, FREE",
                 "DISCARDED, GONE=1, FREE",
                 "DISCARDED, EMPTY=1, FREE"},                          expect = ACCEPTABLE,             desc = "gave up")
  @Outcome(id = "DISCARDED, LEFTOVER=0, FREE",                         expect = ACCEPTABLE,             desc = "free under way")
  @Outcome(id = {"TAKEN, EMPTIED=1, SLAB", "FROZEN, EMPTIED=1, SLAB"}, expect = ACCEPTABLE,             desc = "vacate first")
  @Outcome(id = "DISCARDED, bit_spin_unlock, .*",                      expect = ACCEPTABLE_INTERESTING, desc = "d1: lock lost")
  @Outcome(id = "DISCARDED, EMPTY=1, (COMPLAINT|LOCK_LEFT)",           expect = ACCEPTABLE_INTERESTING, desc = "d2: freed locked")
  @Outcome(id = "DISCARDED, soft_lockup, .*",                          expect = ACCEPTABLE_INTERESTING, desc = "d2: stuck")
  @Outcome(id = ".*, DEAD_PAGE_ON_LIST",                               expect = ACCEPTABLE_INTERESTING, desc = "c: dead page listed")
  @Outcome(id = "DISCARDED, list_(add|del), .*",                       expect = ACCEPTABLE_INTERESTING, desc = "c: oops in a list")
  @Outcome(id = ".*",                                                  expect = ACCEPTABLE_INTERESTING, desc = "wreckage")
  // spotless:on
  interface AsPosted {}

  /** Broken: the dying slab is listed while its links hold the {@code rcu_head}. */
  @JCStressTest
  @Reproduces({Defect.LOCK_BIT_LOST, Defect.DYING_SLAB_REVIVED, Defect.LOCK_BIT_STUCK})
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(P08_FreeVacateLastRcu.AsPosted.class)
  @State
  public static class Posted {
    private final Scene scene =
        new Scene(Revision.POSTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 2);

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

  /** Fixed: the slab is unmade under its lock, before the grace period starts. */
  @JCStressTest
  @Verifies(
      value = Claim.C1,
      qualified = {Claim.C10, Claim.C12},
      cures = {Defect.DYING_SLAB_REVIVED, Defect.LOCK_BIT_LOST, Defect.LOCK_BIT_STUCK})
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P08_FreeVacateLastRcu.AsCorrected.class)
  @State
  public static class Corrected {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 2);

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
