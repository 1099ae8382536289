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
 * A CPU's own slab is vacated while that CPU allocates from it without a lock, alloc ‖ vacate.
 * FROZEN is all that keeps the two apart.
 *
 * <p>Columns: alloc, vacate with what it returned, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                     1,036,766  a 1,036,766
 *   Corrected                    605,093  0
 * </pre>
 */
@Plays("cpu_slab: alloc | vacate")
public class P05_AllocVacateCpuSlab {
  private P05_AllocVacateCpuSlab() {}

  /** Broken: vacate leaves the slab alone and says 1. */
  @JCStressTest
  @Reproduces(Defect.ABORT_REPORTS_SUCCESS)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "PAGE, FROZEN=1, SLAB", expect = ACCEPTABLE_INTERESTING, desc = "a: wrong success")
  @Outcome(                             expect = FORBIDDEN,              desc = "wreckage")
  // spotless:on
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.CPU_SLAB, 2);

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

  /** Fixed: it says 0. */
  @JCStressTest
  @Verifies(
      value = {Claim.C11, Claim.C14},
      cures = Defect.ABORT_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "PAGE, FROZEN=0, SLAB", expect = ACCEPTABLE, desc = "left alone")
  @Outcome(                             expect = FORBIDDEN,  desc = "wrong success")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.CPU_SLAB, 2);

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
