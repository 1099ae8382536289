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
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.SlabFlag;

/**
 * {@link Claim#C11}, alloc ‖ vacate in a cache with red zones, one object a slab: is the slab that
 * CPU 0 just made its own vacated?
 */
public class C11_FreshSlab {
  private C11_FreshSlab() {}

  /** A vacate that moves nothing, and looks in get. */
  abstract static class FreshSlab {
    final Scene scene;
    private boolean vacated;

    FreshSlab(Revision revision) {
      scene = new Scene(revision, SlabFlag.SLAB_RED_ZONE, Shape.FRESH, 2, 1);
      scene.cache.ops = new KmemCacheOps(this::get, (cpu, s, nr, objects, pinned) -> {});
    }

    private Object get(Cpu cpu, KmemCache s, int nr, long[] objects) {
      vacated |= s.cpuSlab[0] == scene.page;
      return null;
    }

    final Held vacate(int cpu) {
      String end = scene.vacate(cpu);
      if (vacated) {
        return Held.BROKEN;
      }
      return end.startsWith("FROZEN") ? Held.HOLDS : Held.UNTESTED;
    }
  }

  /** Broken: SetSlabDebug drops the lock bit, and the CPU freezes the slab between two looks. */
  @JCStressTest
  @Refutes(Claim.C11)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "left alone")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "vacated under its CPU")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then somebody waits for ever")
  // spotless:on
  @State
  public static class Posted extends FreshSlab {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }

  /** Holds: SlabDebug is set before PageSlab. */
  @JCStressTest
  @Verifies(Claim.C11)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "left alone")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "vacated under its CPU")
  // spotless:on
  @State
  public static class Corrected extends FreshSlab {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }
}
