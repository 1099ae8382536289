// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;
import vacate.claim.Claim;
import vacate.claim.Expects;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.mm.Gfp;
import vacate.mm.PageAllocator;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * A page has two lives while it is to be vacated, free and drain ‖ alloc ‖ vacate: CPU 0 discards
 * the slab and gives its free pages back, CPU 1 has none of its own and makes a slab of the page
 * again.
 *
 * <p>Columns: free, alloc, vacate with what it returned, the machine after all.
 */
public class P24_FreeReuseVacate {
  private P24_FreeReuseVacate() {}

  /** Sound: either life is vacated, or none, and CPU 1 gets the page only when it is free. */
  @JCStressTest
  @Verifies(Claim.C5)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "DISCARDED, PAGE, (NO_PAGE|NOT_SLAB|NO_CACHE|GONE|EMPTY|FROZEN)=0, SLAB",        expect = ACCEPTABLE, desc = "two lives, gave up")
  @Outcome(id = "DISCARDED, PAGE, LEFTOVER=0, SLAB",                                             expect = ACCEPTABLE, desc = "two lives, first to be vacated")
  @Outcome(id = "DISCARDED, NO_MEMORY, (NO_PAGE|NOT_SLAB|NO_CACHE|GONE|EMPTY|LEFTOVER)=0, FREE", expect = ACCEPTABLE, desc = "alloc too early")
  @Outcome(id = {"FROZEN, NO_MEMORY, EMPTIED=1, FREE",
                 "TAKEN, NO_MEMORY, EMPTIED=1, FREE"},                                           expect = ACCEPTABLE, desc = "vacate first: free on CPU 2")
  @Outcome(id = {"FROZEN, PAGE, FROZEN=0, SLAB",
                 "FROZEN, PAGE, LEFTOVER=0, SLAB"},                                              expect = ACCEPTABLE, desc = "alloc first: CPU 1's own")
  @Outcome(                                                                                      expect = FORBIDDEN,  desc = "reused while pinned")
  // spotless:on
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 3);

    public Corrected() {
      leaveCpu1WithoutPages();
    }

    /** What CPU 1 and the zone have goes to CPU 2, which allocates nothing. */
    private void leaveCpu1WithoutPages() {
      PageAllocator pages = scene.slub.machine.pages;
      for (int i = 0; i < 2; i++) {
        pages.freePages(scene.cpu(2), pages.allocPages(scene.cpu(1), Gfp.KERNEL, 0), 0);
      }
    }

    @Actor
    public void free(LLLL_Result r) {
      r.r1 = scene.free(0, 0);
      scene.drain(0);
    }

    @Actor
    public void alloc(LLLL_Result r) {
      r.r2 = scene.alloc(1);
    }

    @Actor
    public void vacate(LLLL_Result r) {
      r.r3 = scene.vacate(2);
    }

    @Arbiter
    public void after(LLLL_Result r) {
      r.r4 = scene.outcome();
    }
  }
}
