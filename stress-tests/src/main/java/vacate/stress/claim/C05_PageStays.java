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
import vacate.mm.Gfp;
import vacate.mm.Page;
import vacate.mm.PageAllocator;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * {@link Claim#C5}, free and reuse ‖ pin: a page that was pinned while it was a slab is nobody
 * else's until it is let go.
 */
public class C05_PageStays {
  private C05_PageStays() {}

  /** The slab's last object is freed, and then a page is allocated for something else. */
  abstract static class Reuse {
    final Scene scene;
    private boolean reused;

    Reuse(Revision revision) {
      scene = new Scene(revision, 0, Shape.PARTIAL, 2);
    }

    final void freeAndReuse(int cpu) {
      scene.free(cpu, 0);
      Page other = scene.slub.machine.pages.allocPages(scene.cpu(cpu), Gfp.KERNEL, 0);
      if (other == scene.page) {
        reused = true;
      }
    }

    final Held pin(int cpu) {
      PageAllocator pages = scene.slub.machine.pages;
      if (!pages.getPageUnlessZero(scene.page)) {
        return Held.UNTESTED;
      }
      Held held = scene.page.isSlab() ? Held.when(!reused) : Held.UNTESTED;
      pages.putPage(scene.cpu(cpu), scene.page);
      return held;
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(qualified = Claim.C5)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "still the same page")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "no slab any more")
  @Outcome(                 expect = FORBIDDEN,  desc = "reused while pinned")
  // spotless:on
  @State
  public static class Posted extends Reuse {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void free() {
      freeAndReuse(0);
    }

    @Actor
    public void pin(L_Result r) {
      r.r1 = pin(1);
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(Claim.C5)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "still the same page")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "no slab any more")
  @Outcome(                 expect = FORBIDDEN,  desc = "reused while pinned")
  // spotless:on
  @State
  public static class Corrected extends Reuse {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void free() {
      freeAndReuse(0);
    }

    @Actor
    public void pin(L_Result r) {
      r.r1 = pin(1);
    }
  }
}
