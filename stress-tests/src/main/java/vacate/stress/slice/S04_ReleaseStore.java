// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
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

/**
 * Lesson 4: <b>the same in one store.</b> The flag is written with release semantics, {@code
 * smp_store_release} of later kernels, instead of a fence before it. It promises a little more than
 * {@code smp_wmb}, earlier loads are ordered too, and the reader's half is still needed.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  half built
 *   PlainReader                2,746,444         136
 *   OpaqueReader              19,714,124           0
 *   AcquireReader              2,653,829           0
 *   LockingReader              3,055,160           0
 * </pre>
 */
public class S04_ReleaseStore {
  private S04_ReleaseStore() {}

  /** Broken: the loads of the data may come before that of the flag. */
  @JCStressTest
  @Control("with a release store, a reader without a barrier still may see a half built slab")
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
      FLAGS.setRelease(this, flags | SLAB);
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab(flags);
      readSlab(r);
    }
  }

  /** Broken: opaque orders nothing but the flag. Allowed; C2 on x86 does not do it. */
  @JCStressTest
  @Control("with a release store, a reader without a barrier still may see a half built slab")
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
      FLAGS.setRelease(this, flags | SLAB);
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab((int) FLAGS.getOpaque(this));
      readSlab(r);
    }
  }

  /** Fixed: release and acquire. */
  @JCStressTest
  @Verifies(value = Claim.C2, cures = Defect.MISSING_WRITE_BARRIER)
  @Expects(Verdict.NOT_OBSERVED)
  @JCStressMeta(S03_WriteBarrier.InOrder.class)
  @State
  public static class AcquireReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
      FLAGS.setRelease(this, flags | SLAB);
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab((int) FLAGS.getAcquire(this));
      readSlab(r);
    }
  }

  /** Fixed: release, and the slab lock. */
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
      FLAGS.setRelease(this, flags | SLAB);
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
