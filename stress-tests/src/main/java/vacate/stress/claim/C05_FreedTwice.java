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
import vacate.kernel.KernelBug;
import vacate.mm.Gfp;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * {@link Claim#C5}, alloc and flush ‖ vacate in a cache with red zones, one object a slab, of which
 * two empty ones are on the partial list: an emptied slab is discarded, and not by two.
 */
public class C05_FreedTwice {
  private C05_FreedTwice() {}

  /** A CPU makes a slab of the contested page, and puts it back. */
  abstract static class NewSlab {
    private final Scene scene;
    private final Interrupted interrupted;

    NewSlab(Revision revision) {
      scene = new Scene(revision, SlabFlag.SLAB_RED_ZONE, Shape.FRESH, 4, 1);
      interrupted = new Interrupted(scene, this::fillPartialList);
    }

    /** CPUs 2 and 3 have used their slabs, and put them back while CPU 0 makes one. */
    private void fillPartialList() {
      for (int cpu = 2; cpu < 4; cpu++) {
        long object = scene.slub.kmemCacheAlloc(scene.cpu(cpu), scene.cache, Gfp.KERNEL);
        scene.slub.kmemCacheFree(scene.cpu(cpu), scene.cache, object);
      }
      scene.slub.flushAll(scene.cpu(2), scene.cache);
    }

    final void allocAndFlush() {
      interrupted.arm();
      scene.alloc(0);
      if (scene.cache.cpuSlab[0] != null) {
        try {
          scene.slub.flushAll(scene.cpu(0), scene.cache);
        } catch (KernelBug lockLost) {
          // That is a defect of its own.
        }
      }
    }

    /** What the vacate says of its own reference. */
    final Held vacate() {
      String end = scene.vacate(1);
      if (end.equals("put_page_testzero")) {
        return Held.BROKEN;
      }
      return end.startsWith("NO_PAGE") ? Held.UNTESTED : Held.HOLDS;
    }
  }

  /** Broken: SetSlabDebug drops the lock bit, and the CPU and the vacate both free the page. */
  @JCStressTest
  @Refutes(Claim.C5)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "its reference was the last, or not")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "no page")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "free while it was pinned")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then somebody waits for ever")
  // spotless:on
  @State
  public static class Posted extends NewSlab {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void alloc() {
      allocAndFlush();
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate();
    }
  }

  /** Holds: SlabDebug is set before PageSlab. */
  @JCStressTest
  @Verifies(Claim.C5)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "its reference was the last, or not")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "no page")
  @Outcome(                 expect = FORBIDDEN,  desc = "free while it was pinned")
  // spotless:on
  @State
  public static class Corrected extends NewSlab {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void alloc() {
      allocAndFlush();
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate();
    }
  }
}
