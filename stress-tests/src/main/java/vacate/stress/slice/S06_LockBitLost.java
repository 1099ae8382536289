// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;

/**
 * Lesson 6: <b>a lock bit is lost.</b> PG_locked lives in a word that others write without its
 * lock. {@code discard_slab} loads the word, a vacate sets PG_locked in it, {@code discard_slab}
 * stores what it loaded: the lock is gone while its owner relies on it. A lock protects a word only
 * from those who take it, and an atomic operation only from others that are atomic.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples   lock lost
 *   NonAtomicClear             3,125,324         245
 *   AtomicClear                4,128,844           0
 *   ClearUnderLock             4,375,015           0
 * </pre>
 */
public class S06_LockBitLost {
  private S06_LockBitLost() {}

  /** Broken, d1: {@code __ClearPageSlab} is a load and a store. */
  @JCStressTest
  @Reproduces(Defect.LOCK_BIT_LOST)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "1", expect = ACCEPTABLE,             desc = "still held")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "d1: lock lost")
  // spotless:on
  @State
  public static class NonAtomicClear extends DyingSlab {
    @Actor
    public void discard() {
      flags.clearBitNonAtomic(PG_SLAB);
    }

    @Actor
    public void vacate(I_Result r) {
      r.r1 = lockAndLook();
    }
  }

  /** Fixed: {@code clear_bit}, one atomic step. */
  @JCStressTest
  @Verifies(cures = Defect.LOCK_BIT_LOST)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "still held")
  @Outcome(          expect = FORBIDDEN,  desc = "d1: lock lost")
  // spotless:on
  @State
  public static class AtomicClear extends DyingSlab {
    @Actor
    public void discard() {
      flags.clearBit(PG_SLAB);
    }

    @Actor
    public void vacate(I_Result r) {
      r.r1 = lockAndLook();
    }
  }

  /** Fixed as in the corrected protocol: the same load and store, under the lock. */
  @JCStressTest
  @Verifies(cures = Defect.LOCK_BIT_LOST)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "still held")
  @Outcome(          expect = FORBIDDEN,  desc = "d1: lock lost")
  // spotless:on
  @State
  public static class ClearUnderLock extends DyingSlab {
    @Actor
    public void discard() {
      discardUnderLock();
    }

    @Actor
    public void vacate(I_Result r) {
      r.r1 = lockAndLook();
    }
  }
}
