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
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * {@link Claim#C13}, free ‖ vacate in a cache that has a full list: a slab that keeps an object
 * goes from the full to the partial list, and {@code list_del} finds it on either.
 */
public class C13_LiveSlab {
  private C13_LiveSlab() {}

  /** One of two objects is freed, the other cannot be kicked. */
  abstract static class NotLast {
    final Scene scene;

    NotLast(Revision revision) {
      scene = new Scene(revision, SlabFlag.SLAB_STORE_USER, Shape.FULL, 2);
      scene.pin(1);
    }

    final Held vacate(int cpu) {
      String end = scene.vacate(cpu);
      if (end.startsWith("LEFTOVER")) {
        return Held.HOLDS;
      }
      return end.equals("list_del") ? Held.BROKEN : Held.UNTESTED;
    }
  }

  /** Holds: the slab is live. */
  @JCStressTest
  @Verifies(qualified = Claim.C13)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "it was on its list")
  @Outcome(              expect = FORBIDDEN,  desc = "list_del of a page on no list")
  // spotless:on
  @State
  public static class Posted extends NotLast {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(Claim.C13)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "it was on its list")
  @Outcome(              expect = FORBIDDEN,  desc = "list_del of a page on no list")
  // spotless:on
  @State
  public static class Corrected extends NotLast {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }
}
