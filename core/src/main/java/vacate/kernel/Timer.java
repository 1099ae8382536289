// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The timer interrupt, as far as a CPU that spins can see it: {@code jiffies}. One for all machines
 * of a JVM, as hardware has one.
 *
 * <p>Nothing here makes it tick. Who runs CPUs in real time does, {@link #HZ} times a second; in a
 * checker time stands still, so no wait is cut short there and one that never ends is found as the
 * deadlock that it is.
 */
@Primitive
public final class Timer {
  /** Ticks a second. */
  public static final int HZ = 100;

  /**
   * How many ticks a spin may last before {@link SoftLockup}: 2 s. Time and not turns bound it,
   * because a lock holder that is preempted may be away for long.
   */
  public static final int SOFT_LOCKUP = 2 * HZ;

  private static final VarHandle JIFFIES;

  static {
    try {
      JIFFIES = MethodHandles.lookup().findStaticVarHandle(Timer.class, "jiffies", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static int jiffies;

  private Timer() {}

  /** How often the timer has interrupted; wraps. */
  @Unshared(always = true, because = "Nobody makes it tick: it never changes.")
  public static int jiffies() {
    return (int) JIFFIES.getOpaque();
  }

  /** The timer interrupts. */
  public static void tick() {
    JIFFIES.getAndAdd(1);
  }
}
