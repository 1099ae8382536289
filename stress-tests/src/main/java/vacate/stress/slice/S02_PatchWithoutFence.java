// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Reproduces;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/**
 * Lesson 2: <b>the right order is not enough.</b> The patch's order of stores without its {@code
 * smp_wmb}: data first, PageSlab last. Compiler and memory may still show the flag first, and no
 * reader can put that right. On x86, which keeps stores in order, it is the compiler that does it.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  half built
 *   PlainReader               60,756,044      25,890
 *   OpaqueReader               7,516,861         862
 *   AcquireReader             13,867,084       2,877
 *   LockingReader             31,917,630         146
 * </pre>
 */
public class S02_PatchWithoutFence {
  private S02_PatchWithoutFence() {}

  /** What may come of it, whoever reads. */
  // spotless:off
  @Outcome(id = "0, .*",         expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "1, 0, 1, 1, 1", expect = ACCEPTABLE,             desc = "whole slab")
  @Outcome(id = "1, 65535, .*",  expect = ACCEPTABLE_INTERESTING, desc = "no-wmb: 0xffff objects")
  @Outcome(id = ".*",            expect = ACCEPTABLE_INTERESTING, desc = "no-wmb: half built")
  // spotless:on
  interface Outcomes {}

  /** A plain look at the flag: both sides may be reordered. */
  @JCStressTest
  @Reproduces(Defect.MISSING_WRITE_BARRIER)
  @Expects(Verdict.OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO})
  @JCStressMeta(S02_PatchWithoutFence.Outcomes.class)
  @State
  public static class PlainReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
      setPageSlab();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab(flags);
      readSlab(r);
    }
  }

  /** An opaque look. */
  @JCStressTest
  @Reproduces(Defect.MISSING_WRITE_BARRIER)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "the compiler has to swap the stores: it depends on the seed")
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO})
  @JCStressMeta(S02_PatchWithoutFence.Outcomes.class)
  @State
  public static class OpaqueReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
      setPageSlab();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab((int) FLAGS.getOpaque(this));
      readSlab(r);
    }
  }

  /** An acquiring look: the reader does all that it can, the writer does not. */
  @JCStressTest
  @Reproduces(Defect.MISSING_WRITE_BARRIER)
  @Expects(Verdict.OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO})
  @JCStressMeta(S02_PatchWithoutFence.Outcomes.class)
  @State
  public static class AcquireReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
      setPageSlab();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab((int) FLAGS.getAcquire(this));
      readSlab(r);
    }
  }

  /** The real reader: look, take the slab lock, look again. The writer takes no lock. */
  @JCStressTest
  @Reproduces(Defect.MISSING_WRITE_BARRIER)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "the compiler has to swap the stores: it depends on the seed")
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO})
  @JCStressMeta(S02_PatchWithoutFence.Outcomes.class)
  @State
  public static class LockingReader extends FreshPage {
    @Actor
    public void newSlab() {
      setUp();
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
