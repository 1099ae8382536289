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
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.claim.Claim;
import vacate.claim.Control;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.kernel.AtomicT;

/**
 * Lesson 9: <b>a reference is taken only from the living.</b> A page's last owner gives it back
 * while a vacate that found it by its number wants a reference. Either the vacate comes too late
 * and gets none, or the page lives until the vacate lets go; exactly one of them frees it. Columns:
 * what the vacate did, 0 got none, 1 got one and gave it back, 2 gave back the last one; whether
 * the owner gave back the last one; _count when all is over.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples       wrong
 *   LookThenIncrement          8,153,164   1,123,847
 *   IncrementUnlessZero       11,685,964           0
 *   LastPutSeesAll             1,617,041           0
 * </pre>
 */
public class S09_LastPut {
  private S09_LastPut() {}

  /** A page with one reference, its owner's. */
  abstract static class OwnedPage {
    final AtomicT count = new AtomicT();

    OwnedPage() {
      count.set(1);
    }

    /** {@code put_page_testzero}: 1 if this was the last. */
    final int put() {
      return count.decAndTest() ? 1 : 0;
    }
  }

  /** Broken: look first, then {@code atomic_inc}. The page is freed twice. */
  @JCStressTest
  @Control("a reference that is taken without looking at zero brings a free page back to life")
  @Expects(Verdict.OBSERVED)
  @Expects(value = Verdict.REFUTED, of = Judge.EXPLORER)
  // spotless:off
  @Outcome(id = "0, 1, 0", expect = ACCEPTABLE,             desc = "too late")
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE,             desc = "owner last")
  @Outcome(id = "2, 0, 0", expect = ACCEPTABLE,             desc = "vacate last")
  @Outcome(id = "2, 1, 0", expect = ACCEPTABLE_INTERESTING, desc = "freed twice")
  // spotless:on
  @State
  public static class LookThenIncrement extends OwnedPage {
    @Actor
    public void vacate(III_Result r) {
      if (count.read() != 0) {
        count.inc();
        r.r1 = 1 + put();
      }
    }

    @Actor
    public void owner(III_Result r) {
      r.r2 = put();
    }

    @Arbiter
    public void after(III_Result r) {
      r.r3 = count.read();
    }
  }

  /** Fixed: {@code get_page_unless_zero}, test and increment in one step. */
  @JCStressTest
  @Verifies(Claim.C5)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "too late")
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "owner last")
  @Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "vacate last")
  @Outcome(                expect = FORBIDDEN,  desc = "freed twice, or never")
  // spotless:on
  @State
  public static class IncrementUnlessZero extends OwnedPage {
    @Actor
    public void vacate(III_Result r) {
      if (count.incNotZero()) {
        r.r1 = 1 + put();
      }
    }

    @Actor
    public void owner(III_Result r) {
      r.r2 = put();
    }

    @Arbiter
    public void after(III_Result r) {
      r.r3 = count.read();
    }
  }

  /** Whoever frees the page sees all that the other wrote to it: the put is a full barrier. */
  @JCStressTest
  @Verifies(Claim.C5)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"-1, 1", "1, -1"}, expect = ACCEPTABLE, desc = "last one sees all")
  @Outcome(                         expect = FORBIDDEN,  desc = "stale page freed")
  // spotless:on
  @State
  public static class LastPutSeesAll extends OwnedPage {
    private int lru;
    private int slab;

    public LastPutSeesAll() {
      count.set(2);
    }

    @Actor
    public void vacate(II_Result r) {
      lru = 1;
      r.r1 = count.decAndTest() ? slab : -1;
    }

    @Actor
    public void owner(II_Result r) {
      slab = 1;
      r.r2 = count.decAndTest() ? lru : -1;
    }
  }
}
