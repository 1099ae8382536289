// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * A spin lock in one bit of a word, by which its holder has the rest of the word for itself:
 * locking returns it, unlocking stores it, with what the holder has changed. What others write
 * meanwhile is lost.
 *
 * <p>Source: "SLUB: Do our own locking via slab_lock and slab_unlock", message
 * 20071028033300.479692380@sgi.com, built for SMP with {@code cmpxchg}.
 */
@Primitive
public final class CmpxchgLock {
  private CmpxchgLock() {}

  /**
   * {@code slab_lock}. A {@code cmpxchg} that must fail, because the lock is seen to be taken, is
   * waited out instead.
   *
   * @return the word without the lock
   * @throws SoftLockup if it is not released for {@link Timer#SOFT_LOCKUP}
   */
  public static int lock(Cpu cpu, int nr, BitWord word) {
    cpu.preemptDisable();
    int locked = 1 << nr;
    while (true) {
      int since = Timer.jiffies();
      int state = word.read();
      while ((state & locked) != 0) {
        Cpu.cpuRelax(since);
        state = word.read();
      }
      if (word.cmpxchg(state, state | locked) == state) {
        return state;
      }
    }
  }

  /**
   * {@code slab_trylock}: tries once.
   *
   * @return the word without the lock, or 0 if it was not had, or if nothing else is in the word
   */
  public static int trylock(Cpu cpu, int nr, BitWord word) {
    cpu.preemptDisable();
    int locked = 1 << nr;
    int state = word.read() & ~locked;
    if (word.cmpxchg(state, state | locked) == state) {
      return state;
    }
    cpu.preemptEnable();
    return 0;
  }

  /**
   * {@code slab_unlock}: {@code smp_wmb}, and a plain store of the whole word. Nobody looks whether
   * the lock is held.
   */
  public static void unlock(Cpu cpu, BitWord word, int state) {
    Barriers.smpWmb();
    word.write(state);
    cpu.preemptEnable();
  }
}
