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
import vacate.claim.Verdict;
import vacate.kernel.ListHead;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * "At the end the slab will either be freed or returned to the partial lists." vacate, alone: a
 * slab that stays full is on no list.
 */
public class C16_FreeOrPartial {
  private C16_FreeOrPartial() {}

  /** A full slab whose objects cannot be kicked. */
  abstract static class Pinned {
    final Scene scene;

    Pinned(Revision revision) {
      scene = new Scene(revision, 0, Shape.FULL, 1);
      scene.pin(0);
      scene.pin(1);
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
      super(Revision.POSTED);
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
      super(Revision.CORRECTED);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(0);
    }
  }
}
