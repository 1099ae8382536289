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
import vacate.kernel.BitSpinLock;
import vacate.kernel.Cpu;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.Slub;

/**
 * {@link Claim#C15}, free, alloc ‖ vacate: between get and kick the slab stays a frozen slab, and
 * no object more is in use.
 */
public class C15_OnlyShrinks {
  private C15_OnlyShrinks() {}

  /** A vacate that moves nothing, and looks in kick. */
  abstract static class LooksInKick {
    final Scene scene;
    private int inuse;
    private Held held = Held.UNTESTED;

    LooksInKick(Revision revision) {
      scene = new Scene(revision, 0, Shape.FULL, 2);
      scene.cache.ops = new KmemCacheOps(this::get, this::kick);
    }

    /** With the slab lock held. */
    private Object get(Cpu cpu, KmemCache s, int nr, long[] objects) {
      inuse = scene.page.inuse;
      return null;
    }

    private void kick(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
      Page page = scene.page;
      BitSpinLock.lock(cpu, PageFlag.PG_LOCKED, page.flags);
      held = Held.when(page.isSlab() && Slub.slabFrozen(page) && page.inuse <= inuse);
      BitSpinLock.unlock(cpu, PageFlag.PG_LOCKED, page.flags);
    }

    final Held vacate(int cpu) {
      scene.vacate(cpu);
      return held;
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(qualified = Claim.C15)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "frozen, and no fuller")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gave up")
  @Outcome(                 expect = FORBIDDEN,  desc = "discarded, or fuller")
  // spotless:on
  @State
  public static class Posted extends LooksInKick {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void freeAndAlloc() {
      scene.free(0, 0);
      scene.alloc(0);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }

  /** Holds. */
  @JCStressTest
  @Verifies(Claim.C15)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "frozen, and no fuller")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gave up")
  @Outcome(                 expect = FORBIDDEN,  desc = "discarded, or fuller")
  // spotless:on
  @State
  public static class Corrected extends LooksInKick {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void freeAndAlloc() {
      scene.free(0, 0);
      scene.alloc(0);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }
}
