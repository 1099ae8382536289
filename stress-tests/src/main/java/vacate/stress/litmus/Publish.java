// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import vacate.claim.Claim;
import vacate.claim.Control;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.kernel.Barriers;
import vacate.kernel.Cpu;
import vacate.kernel.SpinLock;
import vacate.mm.PageFlag;

/**
 * What the reader's lock must be so that {@code smp_wmb} in {@code new_slab} is of use (claim C6).
 * Columns: PageSlab on the first and on the second look, inuse.
 */
public class Publish {
  private Publish() {}

  /** A page whose inuse is 0xffff until it is a slab. */
  abstract static class NewPage {
    static final int SLAB = 1 << PageFlag.PG_SLAB;
    static final int LOCKED = 1 << PageFlag.PG_LOCKED;
    static final VarHandle FLAGS;

    static {
      try {
        FLAGS = MethodHandles.lookup().findVarHandle(NewPage.class, "flags", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    int flags;
    int inuse = 0xffff;

    final void setUp() {
      inuse = 0;
      Barriers.smpWmb();
      FLAGS.setOpaque(this, (int) FLAGS.getOpaque(this) | SLAB);
    }

    final int pageSlab() {
      return ((int) FLAGS.getOpaque(this) & SLAB) == 0 ? 0 : 1;
    }
  }

  /** {@code C6-MP+wmb+acquirelock}: one word, and an acquire is enough. */
  @JCStressTest
  @Verifies(Claim.C6)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "0, .*",   expect = ACCEPTABLE, desc = "no slab yet")
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "whole slab")
  @Outcome(                expect = FORBIDDEN,  desc = "half built")
  // spotless:on
  @State
  public static class AcquireLock extends NewPage {
    @Actor
    public void newSlab() {
      setUp();
    }

    @Actor
    public void vacate(III_Result r) {
      r.r1 = pageSlab();
      if (r.r1 == 1) {
        FLAGS.getAndBitwiseOrAcquire(this, LOCKED);
        r.r2 = pageSlab();
        r.r3 = inuse;
      }
    }
  }

  /**
   * {@code C6-MP+wmb+otherlock}: the lock is another word, and an acquire has nothing to acquire
   * from. Allowed by Java; x86 keeps loads in order.
   */
  @JCStressTest
  @Control("a lock in another word than PG_slab orders nothing for who never takes it")
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
  @Outcome(id = "0, .*",       expect = ACCEPTABLE,             desc = "no slab yet")
  @Outcome(id = "1, 1, 0",     expect = ACCEPTABLE,             desc = "whole slab")
  @Outcome(id = "1, 1, 65535", expect = ACCEPTABLE_INTERESTING, desc = "half built")
  // spotless:on
  @State
  public static class LockInAnotherWord extends NewPage {
    private final SpinLock lock = new SpinLock();
    private final Cpu vacater = new Cpu(1);

    @Actor
    public void newSlab() {
      setUp();
    }

    @Actor
    public void vacate(III_Result r) {
      r.r1 = pageSlab();
      if (r.r1 == 1) {
        lock.lock(vacater);
        r.r2 = pageSlab();
        r.r3 = inuse;
        lock.unlock(vacater);
      }
    }
  }
}
