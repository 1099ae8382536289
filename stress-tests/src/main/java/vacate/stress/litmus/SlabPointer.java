// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.claim.Control;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Reproduces;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.kernel.Barriers;
import vacate.kernel.BitWord;
import vacate.mm.PageFlag;

/**
 * {@code page->slab} is loaded before the lock is taken (defect b). A number stands for the
 * pointer: 1 is the cache, 0 is NULL. Columns: PageSlab, slab.
 */
public class SlabPointer {
  private SlabPointer() {}

  /** What the first look of {@code kmem_cache_vacate} reads of a page. */
  abstract static class FirstLook {
    static final int PG_SLAB = PageFlag.PG_SLAB;

    final BitWord flags = new BitWord();
    int slab;

    final void newSlab() {
      slab = 1;
      Barriers.smpWmb();
      flags.setBitNonAtomic(PG_SLAB);
    }
  }

  /**
   * {@code b-slabpointer+ctrl}: the look orders nothing. Allowed by Java; C2 on x86 moves no load
   * over an opaque one.
   */
  @JCStressTest
  @Control("a look at PageSlab does not order the load of page->slab that hangs on it")
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO, MemoryModel.PSO})
  @Expects(
      value = Verdict.REFUTED,
      of = Judge.EXPLORER,
      under = {MemoryModel.JMM})
  // spotless:off
  @Outcome(id = "0, 0", expect = ACCEPTABLE,             desc = "no slab yet")
  @Outcome(id = "1, 1", expect = ACCEPTABLE,             desc = "its cache")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "b: NULL")
  // spotless:on
  @State
  public static class AfterALook extends FirstLook {
    @Actor
    public void allocate() {
      newSlab();
    }

    @Actor
    public void vacate(II_Result r) {
      if (flags.testBit(PG_SLAB)) {
        r.r1 = 1;
        r.r2 = slab;
      }
    }
  }

  /** {@code b-slabpointer+rmb}: of a new slab, {@code smp_rmb} shows the cache. */
  @JCStressTest
  @Control("smp_wmb and smp_rmb together show the cache of a new slab")
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(value = Verdict.PROVED, of = Judge.EXPLORER)
  // spotless:off
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "no slab yet")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "its cache")
  @Outcome(             expect = FORBIDDEN,  desc = "b: NULL")
  // spotless:on
  @State
  public static class AfterALookAndABarrier extends FirstLook {
    @Actor
    public void allocate() {
      newSlab();
    }

    @Actor
    public void vacate(II_Result r) {
      if (flags.testBit(PG_SLAB)) {
        Barriers.smpRmb();
        r.r1 = 1;
        r.r2 = slab;
      }
    }
  }

  /** {@code b-slabpointer+discard}: of a slab that is discarded, no barrier does. */
  @JCStressTest
  @Reproduces(Defect.STALE_NULL_CACHE)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "both stores have to fall between two loads that stand next to each other")
  // spotless:off
  @Outcome(id = {"0, 0", "1, 1"}, expect = ACCEPTABLE,             desc = "too late, or its cache")
  @Outcome(id = "1, 0",           expect = ACCEPTABLE_INTERESTING, desc = "b: NULL")
  // spotless:on
  @State
  public static class Discarded extends FirstLook {
    public Discarded() {
      newSlab();
    }

    @Actor
    public void discard() {
      flags.clearBitNonAtomic(PG_SLAB);
      slab = 0;
    }

    @Actor
    public void vacate(II_Result r) {
      if (flags.testBit(PG_SLAB)) {
        Barriers.smpRmb();
        r.r1 = 1;
        r.r2 = slab;
      }
    }
  }
}
