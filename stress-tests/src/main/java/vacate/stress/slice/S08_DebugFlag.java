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
import vacate.kernel.Barriers;
import vacate.kernel.BitSpinLock;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.mm.PageFlag;

/**
 * Lesson 8: <b>published means finished.</b> {@code new_slab} writes the flags word twice:
 * PageSlab, then SlabDebug. The first write is safe though it is not atomic, since nobody locks a
 * page before it is a slab. The second is not: the page can be found by then. Columns: what the
 * vacate saw, -1 for no slab, else whether it held the lock that it had taken; PG_locked when all
 * is over.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples  lost, stuck
 *   AfterPageSlab                989,222          25
 *   BeforePageSlab             1,019,942           0
 *   Atomic                       710,251           0
 * </pre>
 */
public class S08_DebugFlag {
  private S08_DebugFlag() {}

  /** The flags of a page that CPU 0 makes a slab with debugging, and that CPU 1 vacates. */
  abstract static class NewSlab {
    static final int PG_SLAB = PageFlag.PG_SLAB;
    static final int PG_ERROR = PageFlag.PG_ERROR;
    static final int PG_LOCKED = PageFlag.PG_LOCKED;

    private static final int LOOKS = 20;

    final BitWord flags = new BitWord();
    private final Cpu vacater = new Cpu(1);

    /**
     * Interrupts are on while a slab is made. One that comes between the two writes drains the
     * store buffer; without it both leave within a few cycles, and nobody gets in between.
     */
    final void interrupt() {
      Barriers.smpMb();
    }

    /**
     * Looks, locks, looks whether the lock is held, unlocks: 1 if it was held. It looks a few
     * times, so as to be there when PageSlab appears.
     */
    final int look() {
      for (int looks = 1; !flags.testBit(PG_SLAB); looks++) {
        if (looks == LOOKS) {
          return -1;
        }
        Thread.onSpinWait();
      }
      BitSpinLock.trylock(vacater, PG_LOCKED, flags);
      if (!flags.testBit(PG_LOCKED)) {
        return 0;
      }
      flags.clearBit(PG_LOCKED);
      return 1;
    }

    final int locked() {
      return flags.testBit(PG_LOCKED) ? 1 : 0;
    }
  }

  /** Broken, d4: SetSlabDebug behind __SetPageSlab, as posted. */
  @JCStressTest
  @Reproduces(Defect.DEBUG_FLAG_CLOBBERS_LOCK)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "the window is a few instructions wide: about one sample in a million")
  // spotless:off
  @Outcome(id = "-1, 0", expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "1, 0",  expect = ACCEPTABLE,             desc = "locked, unlocked")
  @Outcome(id = "0, 0",  expect = ACCEPTABLE_INTERESTING, desc = "d4: lock lost")
  @Outcome(id = "1, 1",  expect = ACCEPTABLE_INTERESTING, desc = "d4: stuck")
  // spotless:on
  @State
  public static class AfterPageSlab extends NewSlab {
    @Actor
    public void newSlab() {
      flags.setBitNonAtomic(PG_SLAB);
      interrupt();
      flags.setBitNonAtomic(PG_ERROR);
    }

    @Actor
    public void vacate(II_Result r) {
      r.r1 = look();
    }

    @Arbiter
    public void after(II_Result r) {
      r.r2 = locked();
    }
  }

  /** Fixed as in the corrected protocol: SlabDebug first. */
  @JCStressTest
  @Verifies(cures = Defect.DEBUG_FLAG_CLOBBERS_LOCK)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(id = "1, 0",  expect = ACCEPTABLE, desc = "locked, unlocked")
  @Outcome(              expect = FORBIDDEN,  desc = "d4: lock bit")
  // spotless:on
  @State
  public static class BeforePageSlab extends NewSlab {
    @Actor
    public void newSlab() {
      flags.setBitNonAtomic(PG_ERROR);
      interrupt();
      flags.setBitNonAtomic(PG_SLAB);
    }

    @Actor
    public void vacate(II_Result r) {
      r.r1 = look();
    }

    @Arbiter
    public void after(II_Result r) {
      r.r2 = locked();
    }
  }

  /** Fixed: the order as posted, the second write atomic. */
  @JCStressTest
  @Verifies(cures = Defect.DEBUG_FLAG_CLOBBERS_LOCK)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(id = "1, 0",  expect = ACCEPTABLE, desc = "locked, unlocked")
  @Outcome(              expect = FORBIDDEN,  desc = "d4: lock bit")
  // spotless:on
  @State
  public static class Atomic extends NewSlab {
    @Actor
    public void newSlab() {
      flags.setBitNonAtomic(PG_SLAB);
      interrupt();
      flags.testAndSetBit(PG_ERROR);
    }

    @Actor
    public void vacate(II_Result r) {
      r.r1 = look();
    }

    @Arbiter
    public void after(II_Result r) {
      r.r2 = locked();
    }
  }
}
