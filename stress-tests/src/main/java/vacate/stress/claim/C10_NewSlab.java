// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Claim;
import vacate.claim.Expects;
import vacate.claim.Refutes;
import vacate.explorer.Verdict;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * {@link Claim#C10}, alloc, alone: {@code new_slab} sets inuse to 0 and has not taken the lock. The
 * first object is constructed right after that.
 */
public class C10_NewSlab {
  private C10_NewSlab() {}

  /** A slab is made of the contested page, and its constructor looks at it. */
  abstract static class NewSlab {
    final Scene scene;
    private final int before;
    private Held held = Held.UNTESTED;

    NewSlab(Revision revision) {
      scene = new Scene(revision, 0, Shape.FRESH, 1);
      before = scene.page.inuse;
      scene.cache.ctor = this::construct;
    }

    /** Nobody else is there, so the lock bit says whether the lock was held all the time. */
    private void construct(MemMap memory, long object) {
      Page page = scene.page;
      if (page.inuse != before && !page.flags.testBit(PageFlag.PG_LOCKED)) {
        held = Held.BROKEN;
      }
    }

    final Held alloc() {
      scene.alloc(0);
      return held;
    }
  }

  /** Broken, harmlessly: PageSlab is off, so nobody reads inuse. */
  @JCStressTest
  @Refutes(Claim.C10)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "modified without the lock")
  @State
  public static class Posted extends NewSlab {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void alloc(L_Result r) {
      r.r1 = alloc();
    }
  }

  /** Broken all the same: it is the wording. */
  @JCStressTest
  @Refutes(Claim.C10)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "modified without the lock")
  @State
  public static class Corrected extends NewSlab {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void alloc(L_Result r) {
      r.r1 = alloc();
    }
  }
}
