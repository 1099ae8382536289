// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * {@code spinlock_t}: acquire on lock, release on unlock, and the owner checks of {@code
 * CONFIG_DEBUG_SPINLOCK}. Interrupts are the caller's business, as with {@code spin_lock}.
 */
@Primitive
public final class SpinLock {
  private static final VarHandle OWNER;

  static {
    try {
      OWNER = MethodHandles.lookup().findVarHandle(SpinLock.class, "owner", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** 0 if free, else the owning CPU's id plus one. */
  private int owner;

  /**
   * {@code spin_lock}.
   *
   * @throws KernelBug if this CPU holds it already, or it lies in freed memory
   * @throws SoftLockup if it is not released for {@link Timer#SOFT_LOCKUP}
   */
  public void lock(Cpu cpu) {
    cpu.preemptDisable();
    int holder;
    while ((holder = (int) OWNER.compareAndExchangeAcquire(this, 0, cpu.id + 1)) != 0) {
      KernelBug.bugOn(holder == cpu.id + 1, "spin_lock", "recursion on the same CPU");
      KernelBug.bugOn(holder == Kmalloc.POISON, "spin_lock", "bad magic");
      int since = Timer.jiffies();
      int seen;
      while ((seen = (int) OWNER.getOpaque(this)) != 0 && seen != Kmalloc.POISON) {
        Cpu.cpuRelax(since);
      }
    }
  }

  /**
   * {@code spin_unlock}.
   *
   * @throws KernelBug if this CPU does not hold it
   */
  @OneStep(OneStep.Because.HOLDER_UNLOCKS)
  public void unlock(Cpu cpu) {
    KernelBug.bugOn((int) OWNER.getOpaque(this) != cpu.id + 1, "spin_unlock", "wrong owner");
    OWNER.setRelease(this, 0);
    cpu.preemptEnable();
  }

  /** Overwrites the lock with what freed memory holds. */
  public void poison() {
    OWNER.setOpaque(this, Kmalloc.POISON);
  }

  /** Whether the lock is what {@link #poison} leaves. */
  public boolean isPoisoned() {
    return (int) OWNER.getOpaque(this) == Kmalloc.POISON;
  }

  /** {@code spin_is_locked}. */
  public boolean isLocked() {
    return (int) OWNER.getOpaque(this) != 0;
  }
}
