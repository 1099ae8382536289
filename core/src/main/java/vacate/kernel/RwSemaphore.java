// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * {@code struct rw_semaphore}: readers share, a writer is alone. Where the kernel would sleep, the
 * port spins; who waits and for whom is the same.
 */
public final class RwSemaphore {
  private static final int WRITER = -1;
  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(RwSemaphore.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Number of readers, or {@link #WRITER}. */
  private int count;

  /** {@code down_read_trylock}: acquires for reading unless a writer is inside. */
  public boolean downReadTrylock() {
    int seen = (int) COUNT.getOpaque(this);
    while (seen != WRITER) {
      int witness = (int) COUNT.compareAndExchangeAcquire(this, seen, seen + 1);
      if (witness == seen) {
        return true;
      }
      seen = witness;
    }
    return false;
  }

  /**
   * {@code up_read}.
   *
   * @throws KernelBug if no reader is inside
   */
  public void upRead() {
    int readers = (int) COUNT.getAndAddRelease(this, -1);
    KernelBug.bugOn(readers <= 0, "up_read", "not held for reading");
  }

  /**
   * {@code down_write}: waits until nobody is inside.
   *
   * @throws SoftLockup if somebody never leaves
   */
  public void downWrite(Cpu cpu) {
    while ((int) COUNT.compareAndExchangeAcquire(this, 0, WRITER) != 0) {
      do {
        cpu.cpuRelax();
      } while ((int) COUNT.getOpaque(this) != 0);
    }
    cpu.spinEnded();
  }

  /**
   * {@code up_write}.
   *
   * @throws KernelBug if no writer is inside
   */
  public void upWrite() {
    KernelBug.bugOn((int) COUNT.getOpaque(this) != WRITER, "up_write", "not held for writing");
    COUNT.setRelease(this, 0);
  }

  /** Whether anybody is inside. */
  public boolean isHeld() {
    return (int) COUNT.getOpaque(this) != 0;
  }
}
