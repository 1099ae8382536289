// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
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
import vacate.kernel.ListHead;
import vacate.revision.Revision;
import vacate.scene.Shape;

/**
 * {@link Claim#C18} and {@link Claim#C12}, shrink ‖ look, destroy ‖ look: who sorts the partial
 * list, or empties it, holds list_lock and not the slab's.
 */
public class C18_ListLock {
  private C18_ListLock() {}

  /** A slab on the partial list, alone there. */
  abstract static class Listed extends Look {
    Listed(Revision revision, Shape shape) {
      super(revision, 0, shape);
    }

    @Override
    Held seen() {
      if (!page.isSlab()) {
        return Held.UNTESTED;
      }
      ListHead next = page.lru.next;
      return Held.when(page.lru.next == next);
    }
  }

  /** Broken: {@code sort_partial_list} moves it to a list of its own and back. */
  @JCStressTest
  @Refutes({Claim.C12, Claim.C18})
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",  expect = ACCEPTABLE,             desc = "it stays where it is")
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "moved under the lock")
  // spotless:on
  @State
  public static class PostedShrink extends Listed {
    public PostedShrink() {
      super(Revision.POSTED, Shape.PARTIAL);
    }

    @Actor
    public void shrink() {
      scene.shrink(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Broken all the same. */
  @JCStressTest
  @Refutes({Claim.C12, Claim.C18})
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",  expect = ACCEPTABLE,             desc = "it stays where it is")
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "moved under the lock")
  // spotless:on
  @State
  public static class CorrectedShrink extends Listed {
    public CorrectedShrink() {
      super(Revision.CORRECTED, Shape.PARTIAL);
    }

    @Actor
    public void shrink() {
      scene.shrink(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Broken: {@code free_list} takes empty slabs off. */
  @JCStressTest
  @Refutes({Claim.C12, Claim.C18})
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "it stays where it is")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "moved under the lock")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then somebody waits for ever")
  // spotless:on
  @State
  public static class PostedDestroy extends Listed {
    public PostedDestroy() {
      super(Revision.POSTED, Shape.KEPT);
    }

    @Actor
    public void destroy() {
      scene.destroy(0, 0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Broken all the same. */
  @JCStressTest
  @Refutes({Claim.C12, Claim.C18})
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "it stays where it is")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "moved under the lock")
  // spotless:on
  @State
  public static class CorrectedDestroy extends Listed {
    public CorrectedDestroy() {
      super(Revision.CORRECTED, Shape.KEPT);
    }

    @Actor
    public void destroy() {
      scene.destroy(0, 0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }
}
