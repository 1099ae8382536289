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
import vacate.revision.Revision;
import vacate.scene.Shape;

/** {@link Claim#C9}, look, alone: an empty slab that is kept on the partial list is at rest. */
public class C09_InuseZero {
  private C09_InuseZero() {}

  /** An empty slab on the partial list; nobody else is there. */
  abstract static class Kept extends Look {
    Kept(Revision revision) {
      super(revision, 0, Shape.KEPT);
    }

    @Override
    Held seen() {
      return Held.when(page.inuse != 0);
    }
  }

  /** Broken: {@code unfreeze_slab} keeps empty slabs. */
  @JCStressTest
  @Refutes(Claim.C9)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "empty and at rest")
  @State
  public static class Posted extends Kept {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(0);
    }
  }

  /** Broken all the same: it is the wording. */
  @JCStressTest
  @Refutes(Claim.C9)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "empty and at rest")
  @State
  public static class Corrected extends Kept {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(0);
    }
  }
}
