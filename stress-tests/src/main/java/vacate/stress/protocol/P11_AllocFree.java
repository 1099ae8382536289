// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import vacate.claim.Claim;
import vacate.claim.Expects;
import vacate.claim.Plays;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * The last object of a partial slab is freed while another CPU takes that slab to allocate from,
 * alloc ‖ free. No vacate here either. If the allocation froze the slab first, the free leaves the
 * lists alone.
 *
 * <p>Columns: alloc, free, the machine after both.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  bad, by defect
 *   Posted                     1,685,492  0
 *   Corrected                  1,493,721  0
 *   CorrectedStoreUser         1,058,089  0
 *   CorrectedCpuSlab           1,968,204  0
 * </pre>
 */
@Plays("partial: alloc | free(0)")
public class P11_AllocFree {
  private P11_AllocFree() {}

  /** What may come of it, in every revision, of a slab that is no CPU's own. */
  // spotless:off
  @Outcome(id = "PAGE, FROZEN, SLAB",         expect = ACCEPTABLE, desc = "alloc first")
  @Outcome(id = "ELSEWHERE, DISCARDED, FREE", expect = ACCEPTABLE, desc = "free first")
  @Outcome(                                   expect = FORBIDDEN,  desc = "slab lost")
  // spotless:on
  interface Outcomes {}

  /** Sound before and with the patch. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P11_AllocFree.Outcomes.class)
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void alloc(LLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLL_Result r) {
      r.r2 = scene.free(1, 0);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** Still sound when the slab is unmade under its lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P11_AllocFree.Outcomes.class)
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void alloc(LLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLL_Result r) {
      r.r2 = scene.free(1, 0);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** With debugging every allocation takes the slab lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(P11_AllocFree.Outcomes.class)
  @Plays("store_user partial: alloc | free(0)")
  @State
  public static class CorrectedStoreUser {
    private final Scene scene =
        new Scene(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.PARTIAL, 2);

    @Actor
    public void alloc(LLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLL_Result r) {
      r.r2 = scene.free(1, 0);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }

  /** Into the CPU's own slab: lock and fast path never touch the same list. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "PAGE, FROZEN, SLAB", expect = ACCEPTABLE, desc = "both served")
  @Outcome(                           expect = FORBIDDEN,  desc = "object lost")
  // spotless:on
  @Plays("cpu_slab: alloc | free(0)")
  @State
  public static class CorrectedCpuSlab {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.CPU_SLAB, 2);

    @Actor
    public void alloc(LLL_Result r) {
      r.r1 = scene.alloc(0);
    }

    @Actor
    public void free(LLL_Result r) {
      r.r2 = scene.free(1, 0);
    }

    @Arbiter
    public void after(LLL_Result r) {
      r.r3 = scene.outcome();
    }
  }
}
