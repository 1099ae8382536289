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

/**
 * {@link Claim#C7}, free ‖ look: of a slab that is not new, inuse says the same whether it is
 * loaded before PageSlab or after, and what the last owner of the lock left.
 */
public class C07_OnlyNewSlabs {
  private C07_OnlyNewSlabs() {}

  /** The last object of a slab is freed. */
  abstract static class LastFree extends Look {
    private final long firstFree;

    LastFree(Revision revision) {
      super(revision, 0, Shape.PARTIAL);
      firstFree = page.freelist;
    }

    @Override
    Held seen() {
      int before = page.inuse;
      if (!page.isSlab()) {
        return Held.UNTESTED;
      }
      int after = page.inuse;
      int left = page.freelist == firstFree ? 1 : 0;
      return Held.when(before == after && after == left);
    }
  }

  /** Broken: the order decides whether a dying slab is taken for a full one. */
  @JCStressTest
  @Refutes(value = Claim.C7, qualified = Claim.C7)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "the order makes no difference")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "the order decides")
  // spotless:on
  @State
  public static class Posted extends LastFree {
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

  /** Holds behind the barrier: {@code discard_slab} unmakes the slab under its lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C7)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "the order makes no difference")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gone")
  @Outcome(                 expect = FORBIDDEN,  desc = "the order decides")
  // spotless:on
  @State
  public static class Corrected extends LastFree {
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
