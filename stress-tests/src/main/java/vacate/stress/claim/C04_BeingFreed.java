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
import vacate.claim.Verdict;
import vacate.mm.PageAllocator;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * "Get a reference to the page. Return if its freed or being freed." free ‖ pin: a page whose
 * PageSlab is off already, because {@code discard_slab} is at it, still gives its reference.
 */
public class C04_BeingFreed {
  private C04_BeingFreed() {}

  /** The last object of a slab is freed. */
  abstract static class LastFree {
    final Scene scene;

    LastFree(Revision revision) {
      scene = new Scene(revision, 0, Shape.PARTIAL, 2);
    }

    /** Tries to get a reference to a page that is free, or being freed. */
    final Held pin(int cpu) {
      if (scene.page.isSlab()) {
        return Held.UNTESTED;
      }
      PageAllocator pages = scene.slub.machine.pages;
      boolean pinned = pages.getPageUnlessZero(scene.page);
      if (pinned) {
        pages.putPage(scene.cpu(cpu), scene.page);
      }
      return Held.when(!pinned);
    }
  }

  /** Broken: the count is dropped last. */
  @JCStressTest
  @Refutes(Claim.C4)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "free")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "still a slab")
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "being freed, and pinned")
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
    public void pin(L_Result r) {
      r.r1 = pin(1);
    }
  }

  /** Broken all the same: it is the wording. */
  @JCStressTest
  @Refutes(Claim.C4)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "free")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "still a slab")
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "being freed, and pinned")
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
    public void pin(L_Result r) {
      r.r1 = pin(1);
    }
  }
}
