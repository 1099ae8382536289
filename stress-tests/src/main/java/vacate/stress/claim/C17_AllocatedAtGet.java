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
import vacate.kernel.Cpu;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;

/**
 * {@link Claim#C17}, free ‖ vacate: none of the objects that get is called with is on the freelist,
 * and they are as many as are in use.
 */
public class C17_AllocatedAtGet {
  private C17_AllocatedAtGet() {}

  /** A vacate that moves nothing, and looks in get. */
  abstract static class LooksInGet {
    final Scene scene;
    private Held held = Held.UNTESTED;

    LooksInGet(Revision revision) {
      scene = new Scene(revision, 0, Shape.FULL, 2);
      scene.cache.ops = new KmemCacheOps(this::get, (cpu, s, nr, objects, pinned) -> {});
    }

    /** With the slab lock held. */
    private Object get(Cpu cpu, KmemCache s, int nr, long[] objects) {
      boolean allocated = nr == scene.page.inuse;
      for (int i = 0; i < nr; i++) {
        allocated &= !isFree(s, objects[i]);
      }
      held = Held.when(allocated);
      return null;
    }

    private boolean isFree(KmemCache s, long object) {
      long free = scene.page.freelist;
      while (free != 0 && free != object) {
        free = scene.slub.machine.memMap.load(free + s.offset);
      }
      return free != 0;
    }

    final Held vacate(int cpu) {
      scene.vacate(cpu);
      return held;
    }
  }

  /** Holds: the freelist is read under the slab lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C17)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "all allocated")
  @Outcome(              expect = FORBIDDEN,  desc = "a free object")
  // spotless:on
  @State
  public static class Posted extends LooksInGet {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }

  /** Holds: the freelist is read under the slab lock. */
  @JCStressTest
  @Verifies(Claim.C17)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "all allocated")
  @Outcome(              expect = FORBIDDEN,  desc = "a free object")
  // spotless:on
  @State
  public static class Corrected extends LooksInGet {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }
}
