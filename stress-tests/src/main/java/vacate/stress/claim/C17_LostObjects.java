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
import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;

/**
 * {@link Claim#C17}, alloc, flush and vacate, one after the other: an interrupt during the
 * allocation leaves CPU 0 a slab with an object on its freelist and another on its
 * lockless_freelist. What becomes of the other?
 */
public class C17_LostObjects {
  private C17_LostObjects() {}

  /** A vacate that moves nothing, and counts in get. */
  abstract static class CountsInGet {
    private final Scene scene;
    private final Interrupted interrupted;
    private int held;
    private Held all = Held.UNTESTED;

    CountsInGet(Revision revision) {
      scene = new Scene(revision, 0, Shape.FRESH, 2);
      scene.cache.ops = new KmemCacheOps(this::get, (cpu, s, nr, objects, pinned) -> {});
      interrupted = new Interrupted(scene, this::allocateAndLetCpu1Free);
    }

    /** CPU 0 has the other object to itself; the one that comes back does not go there. */
    private void allocateAndLetCpu1Free() {
      long object = scene.slub.kmemCacheAlloc(scene.cpu(0), scene.cache, Gfp.ATOMIC);
      scene.slub.kmemCacheFree(scene.cpu(1), scene.cache, object);
    }

    private Object get(Cpu cpu, KmemCache s, int nr, long[] objects) {
      all = Held.when(nr == held);
      return null;
    }

    final Held allocFlushVacate() {
      interrupted.arm();
      long object = scene.slub.kmemCacheAlloc(scene.cpu(0), scene.cache, Gfp.KERNEL);
      held = 1;
      scene.slub.flushAll(scene.cpu(0), scene.cache);
      scene.slub.vacate(scene.cpu(1), scene.slub.machine.memMap.virtToPage(object));
      return all;
    }
  }

  /** Broken: the lockless_freelist was overwritten, and its object is nobody's. */
  @JCStressTest
  @Refutes(Claim.C17)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "an object that nobody has")
  @State
  public static class Posted extends CountsInGet {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void all(L_Result r) {
      r.r1 = allocFlushVacate();
    }
  }

  /** Holds: the slab that appeared is put back, both objects on its freelist. */
  @JCStressTest
  @Verifies(Claim.C17)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "the one that is allocated")
  @Outcome(              expect = FORBIDDEN,  desc = "an object that nobody has")
  // spotless:on
  @State
  public static class Corrected extends CountsInGet {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void all(L_Result r) {
      r.r1 = allocFlushVacate();
    }
  }
}
