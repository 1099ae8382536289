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
import vacate.slub.SlabFlag;

/**
 * The same with debugging, alloc ‖ vacate: the cache has SLAB_STORE_USER, so {@code new_slab} sets
 * SlabDebug once PageSlab is visible, with a load and a store of the word that holds the slab lock.
 *
 * <p>Columns: alloc, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                     1,034,998  d4 1
 *   Corrected                    682,056  0
 * </pre>
 */
@Plays("store_user fresh: alloc | vacate")
public class P02_AllocVacateDebug {
  private P02_AllocVacateDebug() {}

  /**
   * Broken: the store drops the lock of the vacate that came in between, or brings it back. The
   * window is a few instructions; lesson S08 widens it.
   */
  @JCStressTest
  @Reproduces(Defect.DEBUG_FLAG_CLOBBERS_LOCK)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "the window is a few instructions wide")
  // spotless:off
  @Outcome(id = "PAGE, NO_PAGE=0, SLAB",  expect = ACCEPTABLE,             desc = "too early")
  @Outcome(id = "PAGE, NOT_SLAB=1, SLAB", expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "PAGE, NO_CACHE=1, SLAB", expect = ACCEPTABLE,             desc = "stale cache")
  @Outcome(id = "PAGE, EMPTY=1, SLAB",    expect = ACCEPTABLE,             desc = "still empty")
  @Outcome(id = "PAGE, FROZEN=1, SLAB",   expect = ACCEPTABLE,             desc = "CPU's own")
  @Outcome(id = ".*bit_spin_unlock.*",    expect = ACCEPTABLE_INTERESTING, desc = "d4: lock lost")
  @Outcome(id = ".*soft_lockup.*",        expect = ACCEPTABLE_INTERESTING, desc = "d4: stuck")
  @Outcome(id = ".*",                     expect = ACCEPTABLE_INTERESTING, desc = "d4: two holders")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene =
        new Scene(Revision.POSTED, SlabFlag.SLAB_STORE_USER, Shape.FRESH, 2);

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

  /** Fixed: SlabDebug is set before anybody can find the page. */
  @JCStressTest
  @Verifies(value = Claim.C2, qualified = Claim.C12, cures = Defect.DEBUG_FLAG_CLOBBERS_LOCK)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "PAGE, NO_PAGE=0, SLAB",  expect = ACCEPTABLE, desc = "too early")
  @Outcome(id = "PAGE, NOT_SLAB=0, SLAB", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(id = "PAGE, NO_CACHE=0, SLAB", expect = ACCEPTABLE, desc = "stale cache")
  @Outcome(id = "PAGE, EMPTY=0, SLAB",    expect = ACCEPTABLE, desc = "still empty")
  @Outcome(id = "PAGE, FROZEN=0, SLAB",   expect = ACCEPTABLE, desc = "CPU's own")
  @Outcome(                               expect = FORBIDDEN,  desc = "lock bit")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.FRESH, 2);

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
