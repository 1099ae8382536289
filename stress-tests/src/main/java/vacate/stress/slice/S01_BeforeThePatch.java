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
import vacate.claim.Reproduces;
import vacate.explorer.Verdict;

/**
 * Lesson 1: <b>the flag before the data.</b> {@code new_slab} as it was before the patch: PageSlab
 * appears first and inuse is set last. Whoever looks in between takes a slab under construction for
 * one with 65535 objects. No reader is careful enough: the order of the writer is wrong, so this
 * needs no weak memory.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  half built
 *   PlainReader               14,506,416      18,772
 *   OpaqueReader              24,567,884      12,486
 *   AcquireReader              5,328,017      10,560
 *   LockingReader             30,609,484       1,071
 * </pre>
 */
public class S01_BeforeThePatch {
  private S01_BeforeThePatch() {}

  /** What may come of it, whoever reads. */
  // spotless:off
  @Outcome(id = "0, .*",         expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "1, 0, 1, 1, 1", expect = ACCEPTABLE,             desc = "whole slab")
  @Outcome(id = "1, 65535, .*",  expect = ACCEPTABLE_INTERESTING, desc = "pre-patch: 0xffff objects")
  @Outcome(id = ".*",            expect = ACCEPTABLE_INTERESTING, desc = "pre-patch: half built")
  // spotless:on
  interface Outcomes {}

  /** A plain look at the flag. */
  @JCStressTest
  @Reproduces(Defect.PRE_PATCH_ORDER)
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(S01_BeforeThePatch.Outcomes.class)
  @State
  public static class PlainReader extends FreshPage {
    @Actor
    public void newSlab() {
      setPageSlab();
      setUp();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab(flags);
      readSlab(r);
    }
  }

  /** An opaque look: it sees the flag itself, and orders nothing. */
  @JCStressTest
  @Reproduces(Defect.PRE_PATCH_ORDER)
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(S01_BeforeThePatch.Outcomes.class)
  @State
  public static class OpaqueReader extends FreshPage {
    @Actor
    public void newSlab() {
      setPageSlab();
      setUp();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab((int) FLAGS.getOpaque(this));
      readSlab(r);
    }
  }

  /** An acquiring look does not help: the data were not written yet. */
  @JCStressTest
  @Reproduces(Defect.PRE_PATCH_ORDER)
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(S01_BeforeThePatch.Outcomes.class)
  @State
  public static class AcquireReader extends FreshPage {
    @Actor
    public void newSlab() {
      setPageSlab();
      setUp();
    }

    @Actor
    public void vacate(IIIII_Result r) {
      r.r1 = pageSlab((int) FLAGS.getAcquire(this));
      readSlab(r);
    }
  }

  /** Nor does the slab lock: the writer does not take it. */
  @JCStressTest
  @Reproduces(Defect.PRE_PATCH_ORDER)
  @Expects(Verdict.OBSERVED)
  @JCStressMeta(S01_BeforeThePatch.Outcomes.class)
  @State
  public static class LockingReader extends FreshPage {
    @Actor
    public void newSlab() {
      setPageSlab();
      setUp();
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
