// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

/** What the stand-in of conditions calls. Public, as {@link Hooks}, only because it is woven. */
public final class ConditionHooks {
  private ConditionHooks() {}

  public static void await(Object lock, Object condition, boolean interruptibly)
      throws InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.interruptibly(() -> m.waitSets.await(lock, condition, interruptibly));
    }
  }

  /** Whether it was signalled. */
  public static boolean awaitNanos(Object lock, Object condition, long nanos)
      throws InterruptedException {
    VirtualMachine m = VirtualMachine.current();
    boolean[] signalled = {false};
    if (m != null) {
      Unchecked.interruptibly(() -> signalled[0] = m.waitSets.awaitNanos(lock, condition, nanos));
    }
    return signalled[0];
  }

  public static void signal(Object lock, Object condition) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.waitSets.signal(lock, condition));
    }
  }

  public static void signalAll(Object lock, Object condition) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.waitSets.signalAll(lock, condition));
    }
  }
}
