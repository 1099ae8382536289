// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import vacate.explorer.graph.Access;

/** What the stand-ins of locks call. Public, as {@link Hooks}, only because they are woven. */
public final class LockHooks {
  private LockHooks() {}

  public static void lock(Object lock) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.monitors.lock(lock));
    }
  }

  public static void lockInterruptibly(Object lock) throws InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.interruptibly(() -> m.parking.lock(m.monitors, lock));
    }
  }

  /** The running thread may be about to wait. */
  public static void throwIfInterrupted() throws InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.interruptibly(m.parking::throwIfInterrupted);
    }
  }

  /** The running thread is about to wait for so long: whether that is for ever. */
  public static boolean waitsForEver(long nanos) {
    VirtualMachine m = VirtualMachine.current();
    return m != null && Unchecked.get(() -> m.clock.isForEver(nanos));
  }

  /** The running thread has waited for so long, and in vain. */
  public static void timePasses(long nanos) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.clock.passes(nanos));
    }
  }

  /** Whether the running thread has the lock now. */
  public static boolean tryLock(Object lock) {
    VirtualMachine m = VirtualMachine.current();
    return m == null || Unchecked.get(() -> m.monitors.tryLock(lock));
  }

  public static void unlock(Object lock) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.monitors.unlock(lock));
    }
  }

  /** How often the running thread has taken the lock. */
  public static int holdCount(Object lock) {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? 0 : m.monitors.holdCount(lock);
  }

  /** A number that no other thread has, from 1 on; whoever sets up has one, too. */
  public static int number() {
    VirtualMachine m = VirtualMachine.current();
    return m == null || !m.run.isRunning() ? 1 : m.run.memory().thread() + 2;
  }

  /** Whether what the running thread waits for comes too late, if its time may be up as well. */
  public static boolean comesTooLate() {
    VirtualMachine m = VirtualMachine.current();
    return VirtualMachine.isRunning(m) && Unchecked.get(() -> m.run.memory().choose(Access.LATE));
  }
}
