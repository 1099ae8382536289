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

/**
 * {@link Claim#C15}, free ‖ vacate: is the frozen slab still a slab in kick, when its last object
 * is freed at the same time?
 */
public class C15_DyingSlab {
  private C15_DyingSlab() {}

  /** A vacate that moves nothing, and looks in kick. */
  abstract static class LastFree {
    final Scene scene;
    private Held held = Held.UNTESTED;

    LastFree(Revision revision) {
      scene = new Scene(revision, 0, Shape.PARTIAL, 2);
      scene.cache.ops = new KmemCacheOps((cpu, s, nr, objects) -> null, this::kick);
    }

    private void kick(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
      held = Held.when(scene.page.isSlab());
    }

    final Held vacate(int cpu) {
      scene.vacate(cpu);
      return held;
    }
  }

  /** Broken: what was frozen was a slab that {@code discard_slab} is at. */
  @JCStressTest
  @Refutes(Claim.C15)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "still a slab")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gave up")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "PageSlab is off")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then somebody waits for ever")
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
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }

  /** Holds: a dying slab is not frozen. */
  @JCStressTest
  @Verifies(Claim.C15)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "still a slab")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gave up")
  @Outcome(                 expect = FORBIDDEN,  desc = "PageSlab is off")
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
    public void vacate(L_Result r) {
      r.r1 = vacate(1);
    }
  }
}
