// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Claim;
import vacate.claim.Expects;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.kernel.ListHead;
import vacate.revision.Revision;
import vacate.scene.Shape;
import vacate.slub.Slub;

/**
 * {@link Claim#C9}, free ‖ look: a slab with inuse 0 that is neither frozen nor on a list is on its
 * way; whoever brought it there is still at work.
 */
public class C09_InTransit {
  private C09_InTransit() {}

  /** The last object of a slab is freed. */
  abstract static class LastFree extends Look {
    private volatile boolean freed;

    LastFree(Revision revision) {
      super(revision, 0, Shape.PARTIAL);
    }

    final void freeLastObject() {
      scene.free(0, 0);
      freed = true;
    }

    @Override
    Held look(int cpu) {
      boolean before = freed;
      Held held = super.look(cpu);
      return held == Held.HOLDS && before ? Held.BROKEN : held;
    }

    /** Whether it speaks of what is there. */
    @Override
    Held seen() {
      boolean speaks =
          page.isSlab()
              && !Slub.slabFrozen(page)
              && page.inuse == 0
              && page.lru.next == ListHead.LIST_POISON1;
      return speaks ? Held.HOLDS : Held.UNTESTED;
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(qualified = Claim.C9)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "on its way")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "in use, or gone")
  @Outcome(                 expect = FORBIDDEN,  desc = "at rest")
  // spotless:on
  @State
  public static class Posted extends LastFree {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void free() {
      freeLastObject();
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(qualified = Claim.C9)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "on its way")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "in use, or gone")
  @Outcome(                 expect = FORBIDDEN,  desc = "at rest")
  // spotless:on
  @State
  public static class Corrected extends LastFree {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void free() {
      freeLastObject();
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }
}
