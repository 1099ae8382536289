// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.kernel.BitSpinLock;

/**
 * Lesson 7: <b>a lock bit comes back.</b> The other way round: {@code discard_slab} loads the word
 * while a vacate holds the lock, the vacate unlocks, {@code discard_slab} stores what it loaded.
 * The lock is taken and nobody has it. The page is freed like that, and whoever locks it next spins
 * for ever. Columns: PG_slab, PG_locked when all is over.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples       stuck
 *   NonAtomicClear             8,081,484      14,480
 *   AtomicClear                2,560,705           0
 *   ClearUnderLock               999,462           0
 * </pre>
 */
public class S07_LockBitStuck {
  private S07_LockBitStuck() {}

  /** Broken, d2: {@code __ClearPageSlab} is a load and a store. */
  @JCStressTest
  @Reproduces(Defect.LOCK_BIT_STUCK)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "0, 0", expect = ACCEPTABLE,             desc = "no slab")
  @Outcome(id = "0, 1", expect = ACCEPTABLE_INTERESTING, desc = "d2: stuck")
  // spotless:on
  @State
  public static class NonAtomicClear extends DyingSlab {
    public NonAtomicClear() {
      BitSpinLock.trylock(vacater, PG_LOCKED, flags);
    }

    @Actor
    public void discard() {
      flags.clearBitNonAtomic(PG_SLAB);
    }

    @Actor
    public void vacate() {
      BitSpinLock.unlock(vacater, PG_LOCKED, flags);
    }

    @Arbiter
    public void after(II_Result r) {
      r.r1 = bit(PG_SLAB);
      r.r2 = bit(PG_LOCKED);
    }
  }

  /** Fixed: {@code clear_bit}, one atomic step. */
  @JCStressTest
  @Verifies(cures = Defect.LOCK_BIT_STUCK)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "no slab")
  @Outcome(             expect = FORBIDDEN,  desc = "d2: stuck")
  // spotless:on
  @State
  public static class AtomicClear extends DyingSlab {
    public AtomicClear() {
      BitSpinLock.trylock(vacater, PG_LOCKED, flags);
    }

    @Actor
    public void discard() {
      flags.clearBit(PG_SLAB);
    }

    @Actor
    public void vacate() {
      BitSpinLock.unlock(vacater, PG_LOCKED, flags);
    }

    @Arbiter
    public void after(II_Result r) {
      r.r1 = bit(PG_SLAB);
      r.r2 = bit(PG_LOCKED);
    }
  }

  /** Fixed as in the corrected protocol: {@code discard_slab} waits for the lock. */
  @JCStressTest
  @Verifies(cures = Defect.LOCK_BIT_STUCK)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "no slab")
  @Outcome(             expect = FORBIDDEN,  desc = "d2: stuck")
  // spotless:on
  @State
  public static class ClearUnderLock extends DyingSlab {
    @Actor
    public void discard() {
      discardUnderLock();
    }

    @Actor
    public void vacate() {
      lockAndLook();
    }

    @Arbiter
    public void after(II_Result r) {
      r.r1 = bit(PG_SLAB);
      r.r2 = bit(PG_LOCKED);
    }
  }
}
