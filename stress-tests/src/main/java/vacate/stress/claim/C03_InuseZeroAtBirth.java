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
import vacate.revision.Revision;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/** {@link Claim#C3}, alloc ‖ look: until the new slab is frozen, its inuse is 0. */
public class C03_InuseZeroAtBirth {
  private C03_InuseZeroAtBirth() {}

  /** A slab is made of the contested page. */
  abstract static class NewSlab extends Look {
    NewSlab(Revision revision, int flags) {
      super(revision, flags, Shape.FRESH);
    }

    @Override
    Held seen() {
      if (!page.isSlab() || Slub.slabFrozen(page)) {
        return Held.UNTESTED;
      }
      return Held.when(page.inuse == 0);
    }
  }

  /** Holds in a cache without debugging. */
  @JCStressTest
  @Verifies(qualified = Claim.C3)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "inuse 0")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet, or frozen")
  @Outcome(                 expect = FORBIDDEN,  desc = "in use")
  // spotless:on
  @State
  public static class Posted extends NewSlab {
    public Posted() {
      super(Revision.POSTED, 0);
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

  /** Broken: SetSlabDebug drops the lock bit, and {@code __slab_alloc} goes on meanwhile. */
  @JCStressTest
  @Refutes(Claim.C3)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "inuse 0")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "not yet, or frozen")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "in use")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then the allocator waits for ever")
  // spotless:on
  @State
  public static class PostedStoreUser extends NewSlab {
    public PostedStoreUser() {
      super(Revision.POSTED, SlabFlag.SLAB_STORE_USER);
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
  @Verifies(Claim.C3)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "inuse 0")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet, or frozen")
  @Outcome(                 expect = FORBIDDEN,  desc = "in use")
  // spotless:on
  @State
  public static class Corrected extends NewSlab {
    public Corrected() {
      super(Revision.CORRECTED, 0);
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

  /** Holds: SlabDebug is set before PageSlab. */
  @JCStressTest
  @Verifies(Claim.C3)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "inuse 0")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet, or frozen")
  @Outcome(                 expect = FORBIDDEN,  desc = "in use")
  // spotless:on
  @State
  public static class CorrectedStoreUser extends NewSlab {
    public CorrectedStoreUser() {
      super(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER);
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
