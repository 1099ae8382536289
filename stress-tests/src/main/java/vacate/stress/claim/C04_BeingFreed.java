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
import vacate.mm.PageAllocator;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * {@link Claim#C4}, free ‖ pin: a page whose PageSlab is off already, because {@code discard_slab}
 * is at it, still gives its reference; one whose count is 0 does not.
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
    final Held pinNoSlab(int cpu) {
      return scene.page.isSlab() ? Held.UNTESTED : pin(cpu);
    }

    /** Tries to get a reference to a page of which nobody has one. */
    final Held pinUncounted(int cpu) {
      return scene.page.countNow() != 0 ? Held.UNTESTED : pin(cpu);
    }

    private Held pin(int cpu) {
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
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "free")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "still a slab")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "being freed, and pinned")
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
    public void pin(L_Result r) {
      r.r1 = pinNoSlab(1);
    }
  }

  /** Broken all the same: it is the wording. */
  @JCStressTest
  @Refutes(Claim.C4)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "free")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "still a slab")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "being freed, and pinned")
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
    public void pin(L_Result r) {
      r.r1 = pinNoSlab(1);
    }
  }

  /** Holds: a count of 0 is not counted up. */
  @JCStressTest
  @Verifies(qualified = Claim.C4)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "free")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "free, and pinned")
  // spotless:on
  @State
  public static class PostedUncounted extends LastFree {
    public PostedUncounted() {
      super(Revision.POSTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void pin(L_Result r) {
      r.r1 = pinUncounted(1);
    }
  }

  /** Holds: a count of 0 is not counted up. */
  @JCStressTest
  @Verifies(qualified = Claim.C4)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "free")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "free, and pinned")
  // spotless:on
  @State
  public static class CorrectedUncounted extends LastFree {
    public CorrectedUncounted() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void pin(L_Result r) {
      r.r1 = pinUncounted(1);
    }
  }
}
