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
import vacate.mm.Page;
import vacate.revision.Revision;
import vacate.scene.Shape;

/** {@link Claim#C6}, alloc ‖ look: inuse is not what it was before PageSlab. */
public class C06_LockOrders {
  private C06_LockOrders() {}

  /** A slab is made of the contested page. */
  abstract static class NewSlab extends Look {
    NewSlab(Revision revision) {
      super(revision, 0, Shape.FRESH);
    }

    @Override
    Held seen() {
      return Held.when(page.inuse != Page.MAPCOUNT_RESET);
    }
  }

  /** Holds: {@code test_and_set_bit} is a full barrier. */
  @JCStressTest
  @Verifies(Claim.C6)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "inuse is loaded later")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "inuse is older than PageSlab")
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

  /** Holds: {@code test_and_set_bit} is a full barrier. */
  @JCStressTest
  @Verifies(Claim.C6)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "inuse is loaded later")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "inuse is older than PageSlab")
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
