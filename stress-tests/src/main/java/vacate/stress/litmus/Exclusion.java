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
import vacate.claim.Claim;
import vacate.claim.Control;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.kernel.SpinLock;
import vacate.mm.PageFlag;

/** What a lock word and a lock promise. */
public class Exclusion {
  private Exclusion() {}

  /** {@code lock-2+testandset}: one finds the bit clear. Columns: 1 for who did. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"1, 0", "0, 1"}, expect = ACCEPTABLE, desc = "one of them")
  @Outcome(                       expect = FORBIDDEN,  desc = "both, or none")
  // spotless:on
  @State
  public static class TestAndSet {
    private final BitWord flags = new BitWord();

    @Actor
    public void left(II_Result r) {
      r.r1 = flags.testAndSetBit(PageFlag.PG_LOCKED) ? 0 : 1;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = flags.testAndSetBit(PageFlag.PG_LOCKED) ? 0 : 1;
    }
  }

  /** {@code lock-2+loadstore}: a load and a store exclude nobody. */
  @JCStressTest
  @Control("a lock bit that is taken by a load and a store excludes nobody")
  @Expects(Verdict.OBSERVED)
  @Expects(value = Verdict.REFUTED, of = Judge.EXPLORER)
  // spotless:off
  @Outcome(id = {"1, 0", "0, 1"}, expect = ACCEPTABLE,             desc = "one of them")
  @Outcome(id = "1, 1",           expect = ACCEPTABLE_INTERESTING, desc = "both")
  // spotless:on
  @State
  public static class LoadAndStore {
    private final BitWord flags = new BitWord();

    @Actor
    public void left(II_Result r) {
      r.r1 = take();
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = take();
    }

    private int take() {
      boolean taken = flags.testBit(PageFlag.PG_LOCKED);
      flags.setBitNonAtomic(PageFlag.PG_LOCKED);
      return taken ? 0 : 1;
    }
  }

  /** {@code lock-MP+spinlock}: {@code list_lock} keeps a list and its length together. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"0, 0", "1, 1"}, expect = ACCEPTABLE, desc = "before, or after")
  @Outcome(                       expect = FORBIDDEN,  desc = "in between")
  // spotless:on
  @State
  public static class SpinLocked {
    private final SpinLock listLock = new SpinLock();
    private final Cpu adder = new Cpu(0);
    private final Cpu taker = new Cpu(1);
    private int nrPartial;
    private int next;

    @Actor
    public void addPartial() {
      listLock.lock(adder);
      nrPartial = 1;
      next = 1;
      listLock.unlock(adder);
    }

    @Actor
    public void getPartialNode(II_Result r) {
      listLock.lock(taker);
      r.r1 = next;
      r.r2 = nrPartial;
      listLock.unlock(taker);
    }
  }
}
