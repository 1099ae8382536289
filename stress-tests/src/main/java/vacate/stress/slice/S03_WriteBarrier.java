// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;
import vacate.claim.Claim;
import vacate.claim.Control;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.kernel.Barriers;

/**
 * Lesson 3: <b>the patch.</b> Data, {@code smp_wmb}, PageSlab. Now the writer does its half, and it
 * is the reader that decides. {@code kmem_cache_vacate} first looks without a lock, where only the
 * flag matters, and then again under {@code slab_lock}, whose barrier is the other half (claim C6).
 *
 * <p>What Java forbids, hardware may not show; what Java allows, it need not. The opaque reader is
 * allowed to see a half built slab and never does on x86: ask the explorer.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  half built
 *   PlainReader               32,155,724          31
 *   OpaqueReader              46,891,084           0
 *   AcquireReader              3,595,990           0
 *   LockingReader             11,409,484           0
 * </pre>
 */
public class S03_WriteBarrier {
  private S03_WriteBarrier() {}

  /** What may come of it where the reader has order; of S04, too. */
  // spotless:off
  @Outcome(id = "0, .*",         expect = ACCEPTABLE, desc = "not yet")
  @Outcome(id = "1, 0, 1, 1, 1", expect = ACCEPTABLE, desc = "whole slab")
  @Outcome(                      expect = FORBIDDEN,  desc = "half built")
  // spotless:on
  interface InOrder {}

  /** What may come of it where the reader orders nothing; of S04, too. */
  // spotless:off
  @Outcome(id = "0, .*",         expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "1, 0, 1, 1, 1", expect = ACCEPTABLE,             desc = "whole slab")
  @Outcome(id = "1, 65535, .*",  expect = ACCEPTABLE_INTERESTING, desc = "no rmb: 0xffff objects")
  @Outcome(id = ".*",            expect = ACCEPTABLE_INTERESTING, desc = "no rmb: half built")
  // spotless:on
  interface WithoutOrder {}

  /** Broken: the loads of the data may come before that of the flag. Allowed, and x86 shows it. */
  @JCStressTest
  @Control("with smp_wmb, a reader without a barrier still may see a half built slab")
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "the compiler has to swap the loads: it depends on the seed")
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO, MemoryModel.PSO})
  @Expects(
      value = Verdict.REFUTED,
      of = Judge.EXPLORER,
      under = {MemoryModel.JMM})
  @JCStressMeta(S03_WriteBarrier.WithoutOrder.class)
  @State
  public static class PlainReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
      Barriers.smpWmb();
      setPageSlab();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab(flags);
      readSlab(r);
    }
  }

  /** Broken: opaque orders nothing but the flag. Allowed; C2 on x86 does not do it. */
  @JCStressTest
  @Control("with smp_wmb, a reader without a barrier still may see a half built slab")
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO, MemoryModel.PSO})
  @Expects(
      value = Verdict.REFUTED,
      of = Judge.EXPLORER,
      under = {MemoryModel.JMM})
  @JCStressMeta(S03_WriteBarrier.WithoutOrder.class)
  @State
  public static class OpaqueReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
      Barriers.smpWmb();
      setPageSlab();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab((int) FLAGS.getOpaque(this));
      readSlab(r);
    }
  }

  /** Fixed: store-store on one side, acquire on the other. */
  @JCStressTest
  @Verifies(value = Claim.C2, cures = Defect.MISSING_WRITE_BARRIER)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(S03_WriteBarrier.InOrder.class)
  @State
  public static class AcquireReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
      Barriers.smpWmb();
      setPageSlab();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab((int) FLAGS.getAcquire(this));
      readSlab(r);
    }
  }

  /** Fixed, as {@code kmem_cache_vacate} does it: look, take the slab lock, look again. */
  @JCStressTest
  @Verifies(
      value = {Claim.C2, Claim.C6},
      cures = {Defect.PRE_PATCH_ORDER, Defect.MISSING_WRITE_BARRIER})
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(S03_WriteBarrier.InOrder.class)
  @State
  public static class LockingReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
      Barriers.smpWmb();
      setPageSlab();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      if (pageSlab((int) FLAGS.getOpaque(this)) == 1) {
        slabTrylock();
        r.r1 = pageSlab((int) FLAGS.getOpaque(this));
        readSlab(r);
        slabUnlock();
      }
    }
  }
}
