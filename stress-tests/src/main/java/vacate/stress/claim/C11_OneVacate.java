// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
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
 * {@link Claim#C11}, vacate ‖ vacate: at most one is between get and the end of kick; and alloc ‖
 * vacate: no CPU's own slab is vacated.
 */
public class C11_OneVacate {
  private C11_OneVacate() {}

  /** Two vacates of a full slab, of which none can move anything. */
  abstract static class TwoVacates {
    final Scene scene;
    private final boolean[] inside = new boolean[2];
    private boolean met;

    TwoVacates(Revision revision) {
      scene = new Scene(revision, 0, Shape.FULL, 2);
      scene.cache.ops = new KmemCacheOps(this::enter, this::leave);
    }

    /** With the slab lock held. */
    private Object enter(Cpu cpu, KmemCache s, int nr, long[] objects) {
      inside[cpu.id] = true;
      met |= inside[1 - cpu.id];
      return null;
    }

    private void leave(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
      inside[cpu.id] = false;
    }

    final Held after() {
      return Held.when(!met);
    }
  }

  /** A vacate of the slab from which a CPU is allocating. */
  abstract static class CpuSlab {
    final Scene scene;

    CpuSlab(Revision revision) {
      scene = new Scene(revision, 0, Shape.CPU_SLAB, 2);
    }

    final Held vacate(int cpu) {
      String end = scene.vacate(cpu);
      return Held.when(!end.startsWith("EMPTIED") && !end.startsWith("LEFTOVER"));
    }
  }

  /** Holds: FROZEN is tested and set under the lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C11)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "one at a time")
  @Outcome(              expect = FORBIDDEN,  desc = "two at once")
  // spotless:on
  @State
  public static class Posted extends TwoVacates {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void vacate0() {
      scene.vacate(0);
    }

    @Actor
    public void vacate1() {
      scene.vacate(1);
    }

    @Arbiter
    public void after(L_Result r) {
      r.r1 = after();
    }
  }

  /** Holds: FROZEN is tested and set under the lock. */
  @JCStressTest
  @Verifies(Claim.C11)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "one at a time")
  @Outcome(              expect = FORBIDDEN,  desc = "two at once")
  // spotless:on
  @State
  public static class Corrected extends TwoVacates {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void vacate0() {
      scene.vacate(0);
    }

    @Actor
    public void vacate1() {
      scene.vacate(1);
    }

    @Arbiter
    public void after(L_Result r) {
      r.r1 = after();
    }
  }

  /** Holds: a CPU's own slab is frozen. */
  @JCStressTest
  @Verifies(qualified = Claim.C11)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "left alone")
  @Outcome(              expect = FORBIDDEN,  desc = "vacated under its CPU")
  // spotless:on
  @State
  public static class PostedCpuSlab extends CpuSlab {
    public PostedCpuSlab() {
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

  /** Holds: a CPU's own slab is frozen. */
  @JCStressTest
  @Verifies(Claim.C11)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "left alone")
  @Outcome(              expect = FORBIDDEN,  desc = "vacated under its CPU")
  // spotless:on
  @State
  public static class CorrectedCpuSlab extends CpuSlab {
    public CorrectedCpuSlab() {
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
