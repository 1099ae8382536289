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
import vacate.revision.Revision;
import vacate.scene.Shape;

/**
 * {@link Claim#C8}, free ‖ look: PageSlab is off under the lock, and SLUB still holds its
 * reference.
 */
public class C08_PageSlabOff {
  private C08_PageSlabOff() {}

  /** The last object of a slab is freed. */
  abstract static class LastFree extends Look {
    LastFree(Revision revision) {
      super(revision, 0, Shape.PARTIAL);
    }

    @Override
    Held seen() {
      if (page.isSlab()) {
        return Held.UNTESTED;
      }
      boolean oursIsTheOnlyReference = page.countNow() == 1;
      return Held.when(oursIsTheOnlyReference);
    }
  }

  /** Broken: PageSlab goes off first. */
  @JCStressTest
  @Refutes(Claim.C8)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "given back")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "still a slab")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "still SLUB's")
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

  /** Broken all the same: it is the wording. */
  @JCStressTest
  @Refutes(Claim.C8)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "given back")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "still a slab")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "still SLUB's")
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
