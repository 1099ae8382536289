// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import vacate.explorer.heap.Behalf;
import vacate.explorer.search.Stop;

/**
 * What woven code calls in place of what it says of a thread, or asks of it, that decides nothing.
 * Public, as {@link Hooks}, only because woven classes are the users'.
 */
public final class TraitHooks {
  private TraitHooks() {}

  public static void setDaemon(Thread thread, boolean daemon) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (!ThreadHooks.isVirtual(thread)) {
      if (m != null) {
        m.traits.setDaemon(thread, daemon);
      }
    } else if (!daemon) {
      throw Behalf.illegalArgument("'false' not legal for virtual threads");
    }
  }

  /** Nobody has to say so of a virtual thread, nor of who works for a pool. */
  public static boolean isDaemon(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return ThreadHooks.isVirtual(thread)
        || ThreadHooks.isOfPool(thread)
        || m != null && m.traits.isDaemon(thread);
  }

  public static void setPriority(Thread thread, int priority) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.traits.setPriority(thread, priority);
    }
  }

  public static int getPriority(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null || ThreadHooks.isVirtual(thread)
        ? Thread.NORM_PRIORITY
        : m.traits.getPriority(thread);
  }

  public static ThreadGroup getThreadGroup(Thread thread) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      return thread.getThreadGroup();
    }
    if (ThreadHooks.isVirtual(thread)) {
      m.jdkCalls.unlisted("java.lang.Thread.getThreadGroup");
    }
    return m.traits.getThreadGroup(thread);
  }

  public static void setUncaughtExceptionHandler(
      Thread thread, Thread.UncaughtExceptionHandler handler) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.uncaught.handle(thread, handler);
    }
  }

  /** Nobody may ask for it. */
  public static void setContextClassLoader(Thread thread, ClassLoader loader) {
    Behalf.nonNull(thread);
  }

  /** There is none who would say no. */
  public static void checkAccess(Thread thread) {
    Behalf.nonNull(thread);
  }

  @SuppressWarnings("removal")
  public static SecurityManager getSecurityManager() {
    return null;
  }

  // ---- what code of the JDK asks before it changes it

  public static boolean seenDaemon(Thread thread) {
    return false;
  }

  public static int seenPriority(Thread thread) {
    return Thread.NORM_PRIORITY;
  }

  public static ThreadGroup seenGroup(Thread thread) {
    return null;
  }
}
