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
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * {@link Claim#C1}, The last object is freed, free ‖ look: what looks valid under the slab lock may
 * not be a slab that is being discarded. No live slab has more than {@link Scene#OBJECTS} objects
 * in use.
 */
public class C01_ValidSlab {
  private C01_ValidSlab() {}

  /** The last object of a slab is freed. */
  abstract static class LastFree extends Look {
    LastFree(Revision revision) {
      super(revision, 0, Shape.PARTIAL);
    }

    @Override
    Held seen() {
      if (!page.isSlab()) {
        return Held.UNTESTED;
      }
      int inuse = page.inuse;
      return inuse == 0 ? Held.UNTESTED : Held.when(inuse <= Scene.OBJECTS);
    }
  }

  /** Broken: inuse is 0xffff while PageSlab is on. */
  @JCStressTest
  @Refutes(Claim.C1)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "live slab")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gone or empty")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "a dying slab looks full")
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

  /** Holds: {@code discard_slab} unmakes the slab under its lock. */
  @JCStressTest
  @Verifies(Claim.C1)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "live slab")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gone or empty")
  @Outcome(                 expect = FORBIDDEN,  desc = "a dying slab looks full")
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
