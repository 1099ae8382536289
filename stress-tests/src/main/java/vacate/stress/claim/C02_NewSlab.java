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
import vacate.claim.Judge;
import vacate.claim.Refutes;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.Slub;

/** {@link Claim#C2}, alloc ‖ look: who saw PageSlab and then locks finds the whole slab. */
public class C02_NewSlab {
  private C02_NewSlab() {}

  /** A slab is made of the contested page. */
  abstract static class NewSlab extends Look {
    NewSlab(Revision revision) {
      super(revision, 0, Shape.FRESH);
    }

    /** Frozen, it is its CPU's, and all objects are; else all are on the freelist. */
    private boolean isComplete() {
      boolean taken = Slub.slabFrozen(page);
      long first = scene.slub.machine.memMap.address(page);
      return page.inuse == (taken ? Scene.OBJECTS : 0)
          && page.freelist == (taken ? 0 : first)
          && page.offset == scene.cache.offset
          && page.slab == scene.cache;
    }

    @Override
    Held seen() {
      if (!page.isSlab()) {
        return Held.UNTESTED;
      }
      return Held.when(isComplete());
    }
  }

  /** Broken: PageSlab is set first. */
  @JCStressTest
  @Refutes(Claim.C2)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "whole slab")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "half built")
  // spotless:on
  @State
  public static class PrePatch extends NewSlab {
    public PrePatch() {
      super(Revision.PRE_PATCH);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Broken where stores may pass each other. */
  @JCStressTest
  @Refutes(Claim.C2)
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO})
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "whole slab")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "half built")
  // spotless:on
  @State
  public static class WithoutWriteBarrier extends NewSlab {
    public WithoutWriteBarrier() {
      super(Revision.WITHOUT_WRITE_BARRIER);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Holds: {@code smp_wmb} keeps the order. */
  @JCStressTest
  @Verifies(Claim.C2)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "whole slab")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "half built")
  // spotless:on
  @State
  public static class Posted extends NewSlab {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Holds as posted. */
  @JCStressTest
  @Verifies(Claim.C2)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "whole slab")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "half built")
  // spotless:on
  @State
  public static class Corrected extends NewSlab {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }
}
