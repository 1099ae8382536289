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
import vacate.slub.SlabFlag;

/**
 * {@link Claim#C18}, free ‖ look, in a cache that has a full list: the slab goes from the full to
 * the partial list, but not under the eyes of who holds the lock.
 */
public class C18_ListMembership {
  private C18_ListMembership() {}

  /** The first object of a full slab is freed. */
  abstract static class FirstFree extends Look {
    FirstFree(Revision revision) {
      super(revision, SlabFlag.SLAB_STORE_USER, Shape.FULL);
    }

    @Override
    Held seen() {
      ListHead next = page.lru.next;
      return Held.when(page.lru.next == next);
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "it stays on its list")
  @Outcome(              expect = FORBIDDEN,  desc = "moved under the lock")
  // spotless:on
  @State
  public static class Posted extends FirstFree {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "it stays on its list")
  @Outcome(              expect = FORBIDDEN,  desc = "moved under the lock")
  // spotless:on
  @State
  public static class Corrected extends FirstFree {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }
}
