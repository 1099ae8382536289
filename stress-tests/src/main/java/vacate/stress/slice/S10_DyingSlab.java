// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.kernel.Barriers;
import vacate.kernel.BitSpinLock;
import vacate.kernel.KernelBug;

/**
 * Lesson 10: <b>a lock holds off only those who take it.</b> {@code discard_slab} resets inuse to
 * 0xffff and clears PageSlab, without the slab lock. A vacate that holds the lock and asks for
 * PageSlab, then for inuse, may see a slab with 65535 objects. The flag is cleared atomically here:
 * what happens to the lock bit is another lesson. Columns: PageSlab, inuse, both under the lock.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples      0xffff
 *   AsPosted                   2,645,440         212
 *   Swapped                    3,377,266          37
 *   InuseFirst                 3,015,946           0
 *   UnderLock                  2,947,186           0
 * </pre>
 */
public class S10_DyingSlab {
  private S10_DyingSlab() {}

  /** An empty slab that is discarded. */
  abstract static class EmptySlab extends DyingSlab {
    int inuse;

    /** The second look of {@code kmem_cache_vacate}, under the lock. */
    final void look(II_Result r) {
      try {
        BitSpinLock.lock(vacater, PG_LOCKED, flags);
        if (flags.testBit(PG_SLAB)) {
          r.r1 = 1;
          r.r2 = inuse;
        }
        BitSpinLock.unlock(vacater, PG_LOCKED, flags);
      } catch (KernelBug bug) {
        r.r1 = -1;
      }
    }
  }

  /** Broken, c: inuse first, then the flag. */
  @JCStressTest
  @Reproduces(Defect.DYING_SLAB_REVIVED)
  @Expects(Verdict.OBSERVED)
  // spotless:off
  @Outcome(id = "0, 0",     expect = ACCEPTABLE,             desc = "no slab")
  @Outcome(id = "1, 0",     expect = ACCEPTABLE,             desc = "empty slab")
  @Outcome(id = "1, 65535", expect = ACCEPTABLE_INTERESTING, desc = "c: 0xffff objects")
  // spotless:on
  @State
  public static class AsPosted extends EmptySlab {
    @Actor
    public void discard() {
      inuse = 0xffff;
      flags.clearBit(PG_SLAB);
    }

    @Actor
    public void vacate(II_Result r) {
      look(r);
    }
  }

  /** Still broken: the other way round, as kernels since 2.6.26. The vacate has two looks. */
  @JCStressTest
  @Reproduces(Defect.DYING_SLAB_REVIVED)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "both stores have to fall between two loads that stand next to each other")
  // spotless:off
  @Outcome(id = "0, 0",     expect = ACCEPTABLE,             desc = "no slab")
  @Outcome(id = "1, 0",     expect = ACCEPTABLE,             desc = "empty slab")
  @Outcome(id = "1, 65535", expect = ACCEPTABLE_INTERESTING, desc = "c: 0xffff objects")
  // spotless:on
  @State
  public static class Swapped extends EmptySlab {
    @Actor
    public void discard() {
      flags.clearBit(PG_SLAB);
      Barriers.smpWmb();
      inuse = 0xffff;
    }

    @Actor
    public void vacate(II_Result r) {
      look(r);
    }
  }

  /** Fixed without the lock: swapped, and the vacate loads inuse before it asks for PageSlab. */
  @JCStressTest
  @Verifies(value = Claim.C1, cures = Defect.DYING_SLAB_REVIVED)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"0, 0", "0, 65535"}, expect = ACCEPTABLE, desc = "no slab")
  @Outcome(id = "1, 0",               expect = ACCEPTABLE, desc = "empty slab")
  @Outcome(                           expect = FORBIDDEN,  desc = "c: 0xffff objects")
  // spotless:on
  @State
  public static class InuseFirst extends EmptySlab {
    @Actor
    public void discard() {
      flags.clearBit(PG_SLAB);
      Barriers.smpWmb();
      inuse = 0xffff;
    }

    @Actor
    public void vacate(II_Result r) {
      r.r2 = inuse;
      Barriers.smpRmb();
      r.r1 = flags.testBit(PG_SLAB) ? 1 : 0;
    }
  }

  /** Fixed as in the corrected protocol: under the lock the order does not matter. */
  @JCStressTest
  @Verifies(value = Claim.C1, qualified = Claim.C10, cures = Defect.DYING_SLAB_REVIVED)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "no slab")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "empty slab")
  @Outcome(             expect = FORBIDDEN,  desc = "c: 0xffff objects")
  // spotless:on
  @State
  public static class UnderLock extends EmptySlab {
    @Actor
    public void discard() {
      try {
        BitSpinLock.lock(discarder, PG_LOCKED, flags);
        inuse = 0xffff;
        flags.clearBitNonAtomic(PG_SLAB);
        BitSpinLock.unlock(discarder, PG_LOCKED, flags);
      } catch (KernelBug bug) {
        discarder.complain(bug.function);
      }
    }

    @Actor
    public void vacate(II_Result r) {
      look(r);
    }
  }
}
