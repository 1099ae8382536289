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
import org.openjdk.jcstress.infra.results.I_Result;
import vacate.claim.Claim;
import vacate.claim.Control;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.kernel.Barriers;
import vacate.kernel.BitSpinLock;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.PageFlag;

/** Who looks at the frozen bit, and under what (claims C3 and C11). */
public class Freeze {
  private Freeze() {}

  /** A page, and the two CPUs that contend for it. */
  abstract static class Contended {
    static final int PG_SLAB = PageFlag.PG_SLAB;
    static final int PG_ACTIVE = PageFlag.PG_ACTIVE;
    static final int PG_LOCKED = PageFlag.PG_LOCKED;

    final BitWord flags = new BitWord();
    final Cpu left = new Cpu(0);
    final Cpu right = new Cpu(1);
    int inuse = 0xffff;

    final void newSlab() {
      inuse = 0;
      Barriers.smpWmb();
      flags.setBitNonAtomic(PG_SLAB);
    }

    /** inuse of a slab that was locked and is not frozen, -1 of any other. */
    final int inuseUnlessFrozen() {
      if (!flags.testBit(PG_SLAB) || !BitSpinLock.trylock(right, PG_LOCKED, flags)) {
        return -1;
      }
      int seen = flags.testBit(PG_ACTIVE) ? -1 : inuse;
      BitSpinLock.unlock(right, PG_LOCKED, flags);
      return seen;
    }
  }

  /** {@code C3-freeze+bitlock}: {@code __slab_alloc} freezes a new slab under its lock. */
  @JCStressTest
  @Verifies(Claim.C3)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "not yet, or frozen")
  @Outcome(id = "0",  expect = ACCEPTABLE, desc = "not in use")
  @Outcome(           expect = FORBIDDEN,  desc = "in use, not frozen")
  // spotless:on
  @State
  public static class UnderLock extends Contended {
    @Actor
    public void allocate() {
      newSlab();
      try {
        BitSpinLock.lock(left, PG_LOCKED, flags);
        flags.setBitNonAtomic(PG_ACTIVE);
        inuse = 4;
        BitSpinLock.unlock(left, PG_LOCKED, flags);
      } catch (KernelBug bug) {
        left.complain(bug.function);
      }
    }

    @Actor
    public void vacate(I_Result r) {
      r.r1 = inuseUnlessFrozen();
    }
  }

  /** {@code C3-freeze+nolock}: without it a slab is in use between two looks. */
  @JCStressTest
  @Control("a slab that is frozen without its lock is in use between two looks of who holds it")
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "both stores have to fall between two loads that stand next to each other")
  @Expects(value = Verdict.REFUTED, of = Judge.EXPLORER)
  // spotless:off
  @Outcome(id = "-1", expect = ACCEPTABLE,             desc = "not yet, or frozen")
  @Outcome(id = "0",  expect = ACCEPTABLE,             desc = "not in use")
  @Outcome(id = "4",  expect = ACCEPTABLE_INTERESTING, desc = "in use, not frozen")
  // spotless:on
  @State
  public static class WithoutLock extends Contended {
    @Actor
    public void allocate() {
      newSlab();
      flags.testAndSetBit(PG_ACTIVE);
      inuse = 4;
    }

    @Actor
    public void vacate(I_Result r) {
      r.r1 = inuseUnlessFrozen();
    }
  }

  /** {@code C11-frozen+bitlock}: of two vacates one freezes. Columns: who froze. */
  @JCStressTest
  @Verifies(Claim.C11)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"1, 0", "0, 1"}, expect = ACCEPTABLE, desc = "one of them")
  @Outcome(                       expect = FORBIDDEN,  desc = "both, or none")
  // spotless:on
  @State
  public static class Twice extends Contended {
    @Actor
    public void first(II_Result r) {
      r.r1 = freeze(left);
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = freeze(right);
    }

    private int freeze(Cpu cpu) {
      try {
        BitSpinLock.lock(cpu, PG_LOCKED, flags);
        boolean frozen = flags.testBit(PG_ACTIVE);
        if (!frozen) {
          flags.setBitNonAtomic(PG_ACTIVE);
        }
        BitSpinLock.unlock(cpu, PG_LOCKED, flags);
        return frozen ? 0 : 1;
      } catch (KernelBug bug) {
        return -1;
      }
    }
  }
}
