// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * A spin lock in one bit of a word that others write too.
 *
 * <p>Source: {@code include/linux/bit_spinlock.h} of 2.6.22, built for SMP.
 */
@Primitive
public final class BitSpinLock {
  private BitSpinLock() {}

  /**
   * {@code bit_spin_lock}. Preemption stays disabled while the lock is held, and here also while it
   * is waited for: nobody preempts a CPU of the port, and a turn that only waits changes nothing,
   * which a checker can tell.
   *
   * @throws SoftLockup if it is not released for {@link Timer#SOFT_LOCKUP}
   */
  public static void lock(Cpu cpu, int nr, BitWord word) {
    cpu.preemptDisable();
    while (word.testAndSetBit(nr)) {
      int since = Timer.jiffies();
      while (word.testBit(nr)) {
        Cpu.cpuRelax(since);
      }
    }
  }

  /**
   * {@code bit_spin_lock} with a {@code test_and_set_bit} that is no barrier, which no kernel has:
   * for who asks what the barrier is for.
   *
   * @throws SoftLockup if it is not released for {@link Timer#SOFT_LOCKUP}
   */
  public static void lockUnordered(Cpu cpu, int nr, BitWord word) {
    cpu.preemptDisable();
    while (word.testAndSetBitUnordered(nr)) {
      int since = Timer.jiffies();
      while (word.testBit(nr)) {
        Cpu.cpuRelax(since);
      }
    }
  }

  /**
   * {@code bit_spin_trylock}.
   *
   * @return whether the lock was taken; preemption stays disabled only then
   */
  public static boolean trylock(Cpu cpu, int nr, BitWord word) {
    cpu.preemptDisable();
    if (word.testAndSetBit(nr)) {
      cpu.preemptEnable();
      return false;
    }
    return true;
  }

  /**
   * {@code bit_spin_unlock}. Its {@code BUG_ON} looks at the bit just before it is cleared; here
   * the one access does both, so a lock that is lost between the two is found as well.
   *
   * @throws KernelBug if the lock is not held: its BUG_ON is unconditional on SMP
   */
  @OneStep(OneStep.Because.HOLDER_UNLOCKS)
  public static void unlock(Cpu cpu, int nr, BitWord word) {
    Barriers.smpMbBeforeClearBit();
    boolean held = word.clearBit(nr);
    KernelBug.bugOn(!held, "bit_spin_unlock", "BUG_ON(!test_bit(bitnum, addr))");
    cpu.preemptEnable();
  }
}
