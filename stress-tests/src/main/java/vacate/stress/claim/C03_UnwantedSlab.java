// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Claim;
import vacate.claim.Expects;
import vacate.claim.Refutes;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.mm.Gfp;
import vacate.revision.Revision;
import vacate.scene.Shape;
import vacate.slub.Slub;

/**
 * {@link Claim#C3}, alloc ‖ look: while {@code new_slab} has interrupts on, an interrupt allocates
 * on the same CPU and gives it a slab. The new one is not wanted any more.
 */
public class C03_UnwantedSlab {
  private C03_UnwantedSlab() {}

  /** The contested page becomes the unwanted slab. */
  abstract static class Unwanted extends Look {
    private final Interrupted interrupted;

    Unwanted(Revision revision) {
      super(revision, 0, Shape.FRESH);
      interrupted = new Interrupted(scene, this::handler);
    }

    private void handler() {
      scene.slub.kmemCacheAlloc(scene.cpu(0), scene.cache, Gfp.ATOMIC);
    }

    final void allocInterrupted() {
      interrupted.arm();
      scene.alloc(0);
    }

    @Override
    Held seen() {
      if (!page.isSlab() || Slub.slabFrozen(page)) {
        return Held.UNTESTED;
      }
      return Held.when(page.inuse == 0);
    }
  }

  /** Broken: the new slab is discarded, and never was frozen. */
  @JCStressTest
  @Refutes(Claim.C3)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "inuse 0")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "not yet, or gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "inuse 0xffff, PageSlab on")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then somebody waits for ever")
  // spotless:on
  @State
  public static class Posted extends Unwanted {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void alloc() {
      allocInterrupted();
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Holds: the new slab is used, the other one put back. */
  @JCStressTest
  @Verifies(Claim.C3)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "inuse 0")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet, or frozen")
  @Outcome(                 expect = FORBIDDEN,  desc = "in use")
  // spotless:on
  @State
  public static class Corrected extends Unwanted {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void alloc() {
      allocInterrupted();
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }
}
