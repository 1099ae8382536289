// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.slice;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
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
import vacate.explorer.model.MemoryModel;
import vacate.kernel.BitSpinLock;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.kernel.SpinLock;

/**
 * Lesson 5: <b>a lock hands over data.</b> Whoever takes the slab lock sees all that its last owner
 * wrote. That takes a barrier before the bit is cleared, and one after it was set; the bit alone
 * excludes and tells nothing.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples       stale
 *   UnlockWithoutBarrier      11,360,903         174
 *   LockWithoutAcquire        16,265,368           0
 *   BitSpinLocked              5,144,728           0
 *   BitSpinLockExcludes        5,062,808           0
 *   SpinLockExcludes          10,112,490           0
 * </pre>
 */
public class S05_LockHandover {
  private S05_LockHandover() {}

  /** A slab that CPU 0 holds locked: what it writes, CPU 1 may read once it has the lock. */
  abstract static class LockedSlab {
    final Cpu owner = new Cpu(0);
    final Cpu next = new Cpu(1);
    int inuse;
    int freelist;

    final void write() {
      freelist = 1;
      inuse = 1;
    }

    final void read(III_Result r) {
      r.r1 = 1;
      r.r2 = inuse;
      r.r3 = freelist;
    }
  }

  /** Broken: the bit is cleared with no {@code smp_mb__before_clear_bit}, by a plain store. */
  @JCStressTest
  @Control("an unlock without a barrier does not hand over what was written under the lock")
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "the compiler has to swap the stores: it depends on the seed")
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO})
  @Expects(
      value = Verdict.REFUTED,
      of = Judge.EXPLORER,
      under = {MemoryModel.PSO, MemoryModel.JMM})
  // spotless:off
  @Outcome(id = "0, 0, 0", expect = ACCEPTABLE,             desc = "still held")
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE,             desc = "handed over")
  @Outcome(id = "1, .*",   expect = ACCEPTABLE_INTERESTING, desc = "stale data")
  // spotless:on
  @State
  public static class UnlockWithoutBarrier extends FreshPage {
    {
      flags = LOCKED;
    }

    @Actor
    public void unlock() {
      freelist = 1;
      inuse = 1;
      flags = flags & ~LOCKED;
    }

    @Actor
    public void lock(III_Result r) {
      if (slabTrylock()) {
        r.r1 = 1;
        r.r2 = inuse;
        r.r3 = freelist;
      }
    }
  }

  /**
   * Broken: the bit is tested and set with no barrier behind it. Allowed by Java; an x86 locked
   * instruction is a full barrier whether one asks for it or not.
   */
  @JCStressTest
  @Control("a lock without a barrier behind it does not see what its last owner wrote")
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO, MemoryModel.PSO})
  @Expects(
      value = Verdict.REFUTED,
      of = Judge.EXPLORER,
      under = {MemoryModel.JMM})
  // spotless:off
  @Outcome(id = "0, 0, 0", expect = ACCEPTABLE,             desc = "still held")
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE,             desc = "handed over")
  @Outcome(id = "1, .*",   expect = ACCEPTABLE_INTERESTING, desc = "stale data")
  // spotless:on
  @State
  public static class LockWithoutAcquire extends FreshPage {
    {
      flags = LOCKED;
    }

    @Actor
    public void unlock() {
      freelist = 1;
      inuse = 1;
      slabUnlock();
    }

    @Actor
    public void lock(III_Result r) {
      int old = (int) FLAGS.getAndBitwiseOrRelease(this, LOCKED);
      if ((old & LOCKED) == 0) {
        r.r1 = 1;
        r.r2 = inuse;
        r.r3 = freelist;
      }
    }
  }

  /** Fixed: {@code bit_spin_unlock} and {@code bit_spin_trylock}. */
  @JCStressTest
  @Verifies(value = Claim.C6, qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "still held")
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "handed over")
  @Outcome(                expect = FORBIDDEN,  desc = "stale data")
  // spotless:on
  @State
  public static class BitSpinLocked extends LockedSlab {
    private final BitWord flags = new BitWord();

    public BitSpinLocked() {
      BitSpinLock.trylock(owner, 0, flags);
    }

    @Actor
    public void unlock() {
      write();
      BitSpinLock.unlock(owner, 0, flags);
    }

    @Actor
    public void lock(III_Result r) {
      if (BitSpinLock.trylock(next, 0, flags)) {
        read(r);
      }
    }
  }

  /** Fixed, and it excludes: two CPUs count under the bit spin lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"1, 2", "2, 1"}, expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(                       expect = FORBIDDEN,  desc = "both inside")
  // spotless:on
  @State
  public static class BitSpinLockExcludes extends LockedSlab {
    private final BitWord flags = new BitWord();

    @Actor
    public void left(II_Result r) {
      r.r1 = count(owner);
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = count(next);
    }

    private int count(Cpu cpu) {
      try {
        BitSpinLock.lock(cpu, 0, flags);
        int counted = ++inuse;
        BitSpinLock.unlock(cpu, 0, flags);
        return counted;
      } catch (KernelBug bug) {
        return -1;
      }
    }
  }

  /** Fixed: {@code list_lock}, an ordinary spin lock, does the same with acquire and release. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = {"1, 2", "2, 1"}, expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(                       expect = FORBIDDEN,  desc = "both inside")
  // spotless:on
  @State
  public static class SpinLockExcludes extends LockedSlab {
    private final SpinLock listLock = new SpinLock();

    @Actor
    public void left(II_Result r) {
      r.r1 = count(owner);
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = count(next);
    }

    private int count(Cpu cpu) {
      try {
        listLock.lock(cpu);
        int counted = ++inuse;
        listLock.unlock(cpu);
        return counted;
      } catch (KernelBug bug) {
        return -1;
      }
    }
  }
}
