// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Refutes;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * {@link Claim#C14}, free ‖ vacate, alloc ‖ vacate: if vacate returned 1, the page is no slab any
 * more.
 */
public class C14_OneMeansSuccess {
  private C14_OneMeansSuccess() {}

  /** A vacate that says 1 has emptied the page and given it back. */
  abstract static class Said {
    final Scene scene;
    private boolean success;

    Said(Revision revision, Shape shape) {
      scene = new Scene(revision, 0, shape, 2);
    }

    final void vacate(int cpu) {
      success = scene.vacate(cpu).endsWith("=1");
    }

    final Held after() {
      return success ? Held.when(!scene.page.isSlab()) : Held.UNTESTED;
    }
  }

  /** Broken, a2: an emptied slab is kept on a short partial list. */
  @JCStressTest
  @Refutes(Claim.C14)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "it said 0")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "1, and still a slab")
  // spotless:on
  @State
  public static class Posted extends Said {
    public Posted() {
      super(Revision.POSTED, Shape.FULL);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void vacate() {
      vacate(1);
    }

    @Arbiter
    public void after(L_Result r) {
      r.r1 = after();
    }
  }

  /** Broken, a: it gave up, and said 1. */
  @JCStressTest
  @Refutes(Claim.C14)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "it said 0")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "1, and still a slab")
  // spotless:on
  @State
  public static class PostedCpuSlab extends Said {
    public PostedCpuSlab() {
      super(Revision.POSTED, Shape.CPU_SLAB);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void vacate() {
      vacate(1);
    }

    @Arbiter
    public void after(L_Result r) {
      r.r1 = after();
    }
  }

  /** Broken, a2. */
  @JCStressTest
  @Refutes(Claim.C14)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "it said 0")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "1, and still a slab")
  // spotless:on
  @State
  public static class Posted20070518 extends Said {
    public Posted20070518() {
      super(Revision.POSTED_20070518, Shape.FULL);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void vacate() {
      vacate(1);
    }

    @Arbiter
    public void after(L_Result r) {
      r.r1 = after();
    }
  }

  /** Holds: that version says 0 where it gives up. */
  @JCStressTest
  @Verifies(cures = Defect.ABORT_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "it said 0")
  @Outcome(                 expect = FORBIDDEN,  desc = "1, and still a slab")
  // spotless:on
  @State
  public static class Posted20070518CpuSlab extends Said {
    public Posted20070518CpuSlab() {
      super(Revision.POSTED_20070518, Shape.CPU_SLAB);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void vacate() {
      vacate(1);
    }

    @Arbiter
    public void after(L_Result r) {
      r.r1 = after();
    }
  }

  /** Holds: an emptied slab is discarded. */
  @JCStressTest
  @Verifies(Claim.C14)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "1, and free")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "it said 0")
  @Outcome(                 expect = FORBIDDEN,  desc = "1, and still a slab")
  // spotless:on
  @State
  public static class Corrected extends Said {
    public Corrected() {
      super(Revision.CORRECTED, Shape.FULL);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void vacate() {
      vacate(1);
    }

    @Arbiter
    public void after(L_Result r) {
      r.r1 = after();
    }
  }

  /** Holds: it says 0. */
  @JCStressTest
  @Verifies(cures = Defect.ABORT_REPORTS_SUCCESS)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "it said 0")
  @Outcome(                 expect = FORBIDDEN,  desc = "1, and still a slab")
  // spotless:on
  @State
  public static class CorrectedCpuSlab extends Said {
    public CorrectedCpuSlab() {
      super(Revision.CORRECTED, Shape.CPU_SLAB);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void vacate() {
      vacate(1);
    }

    @Arbiter
    public void after(L_Result r) {
      r.r1 = after();
    }
  }
}
