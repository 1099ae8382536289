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
 * {@link Claim#C11}, free ‖ vacate, in whose kick another CPU vacates, too: is the second let in
 * while the first is at work?
 */
public class C11_DyingSlab {
  private C11_DyingSlab() {}

  /** The last object of a slab is freed; the vacates move nothing. */
  abstract static class LastFree {
    final Scene scene;
    private boolean inside;
    private Held held = Held.UNTESTED;

    LastFree(Revision revision) {
      scene = new Scene(revision, 0, Shape.PARTIAL, 3);
      scene.cache.ops = new KmemCacheOps(this::get, this::kick);
    }

    private Object get(Cpu cpu, KmemCache s, int nr, long[] objects) {
      if (inside) {
        held = Held.BROKEN;
      }
      inside = true;
      return null;
    }

    /** CPU 1 is here; CPU 2 comes meanwhile. */
    private void kick(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
      if (cpu.id == 1) {
        held = Held.HOLDS;
        scene.vacate(2);
      }
    }

    final Held vacate() {
      scene.vacate(1);
      return held;
    }
  }

  /** Broken: ClearSlabDebug of {@code discard_slab} stores the flags without FROZEN. */
  @JCStressTest
  @Refutes(Claim.C11)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "the second stays out")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gave up")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "two at once")
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
      r.r1 = vacate();
    }
  }

  /** Holds: {@code discard_slab} writes the flags under the lock. */
  @JCStressTest
  @Verifies(Claim.C11)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "the second stays out")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gave up")
  @Outcome(                 expect = FORBIDDEN,  desc = "two at once")
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
      r.r1 = vacate();
    }
  }
}
