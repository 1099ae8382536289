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
import vacate.kernel.ListHead;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/** {@link Claim#C16}, vacate, alone: a slab that stays full is on no list, one that does not is. */
public class C16_FreeOrPartial {
  private C16_FreeOrPartial() {}

  /** A full slab, the first objects of which cannot be kicked. */
  abstract static class Pinned {
    final Scene scene;

    Pinned(Revision revision, int pinned) {
      scene = new Scene(revision, 0, Shape.FULL, 1);
      for (int slot = 0; slot < pinned; slot++) {
        scene.pin(slot);
      }
    }

    final Held vacate(int cpu) {
      scene.vacate(cpu);
      return Held.when(!scene.page.isSlab() || isOn(scene.cache.getNode().partial));
    }

    private boolean isOn(ListHead list) {
      ListHead at = list.next;
      while (at != list && at != scene.page.lru) {
        at = at.next;
      }
      return at != list;
    }
  }

  /** Broken: {@code unfreeze_slab} puts a full slab on no list. */
  @JCStressTest
  @Refutes(Claim.C16)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "full, on no list")
  @State
  public static class Posted extends Pinned {
    public Posted() {
      super(Revision.POSTED, Scene.OBJECTS);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(0);
    }
  }

  /** Broken: {@code unfreeze_slab} puts a full slab on no list. */
  @JCStressTest
  @Refutes(Claim.C16)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "full, on no list")
  @State
  public static class Corrected extends Pinned {
    public Corrected() {
      super(Revision.CORRECTED, Scene.OBJECTS);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(0);
    }
  }

  /** Holds: one object was freed. */
  @JCStressTest
  @Verifies(qualified = Claim.C16)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "on the partial list")
  @Outcome(              expect = FORBIDDEN,  desc = "on no list")
  // spotless:on
  @State
  public static class PostedNotFull extends Pinned {
    public PostedNotFull() {
      super(Revision.POSTED, 1);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(0);
    }
  }

  /** Holds: one object was freed. */
  @JCStressTest
  @Verifies(qualified = Claim.C16)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "on the partial list")
  @Outcome(              expect = FORBIDDEN,  desc = "on no list")
  // spotless:on
  @State
  public static class CorrectedNotFull extends Pinned {
    public CorrectedNotFull() {
      super(Revision.CORRECTED, 1);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(0);
    }
  }
}
