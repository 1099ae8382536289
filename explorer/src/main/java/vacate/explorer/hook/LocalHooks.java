// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import vacate.explorer.graph.Access;

/**
 * What the stand-ins call of what each thread has for its own. Public, as {@link Hooks}, only
 * because they are woven.
 */
public final class LocalHooks {
  /** What code of the JDK draws in setup is of no consequence there. */
  private static final String OF_THE_JDK = "advanceProbe";

  /** Among how many numbers there is a choice. */
  private static final int FEW = 8;

  private LocalHooks() {}

  /** Whether the running thread has a value in a {@code ThreadLocal}, be it null. */
  public static boolean has(Object local) {
    VirtualMachine m = VirtualMachine.current();
    return m != null && Unchecked.get(() -> m.threadLocals.has(local));
  }

  /** A thread is about to look for what it has in an {@code InheritableThreadLocal}. */
  public static void looksForInherited(Object local) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.threadLocals.looksForInherited(local));
    }
  }

  public static Object get(Object local) {
    return VirtualMachine.current().threadLocals.get(local);
  }

  public static void set(Object local, Object value) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.threadLocals.set(local, value));
    }
  }

  public static void remove(Object local) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.threadLocals.remove(local));
    }
  }

  /**
   * The environment decides: any number from 0 up to {@code n}, but not that, if these are few, or
   * else one of them; 0 in setup.
   */
  public static long choose(String method, long n) {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      return 0;
    }
    if (!VirtualMachine.isRunning(m)) {
      return method.equals(OF_THE_JDK) ? 0 : Unchecked.drawn(m, n);
    }
    if (n > FEW) {
      return Unchecked.drawn(m, n);
    }
    long chosen = 0;
    while (chosen < n - 1 && Unchecked.get(() -> m.run.memory().choose(Access.LOT))) {
      chosen++;
    }
    return chosen;
  }
}
