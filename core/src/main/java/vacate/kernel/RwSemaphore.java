// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * {@code struct rw_semaphore}: readers share, a writer is alone. Where the kernel would sleep, the
 * port spins; who waits and for whom is the same.
 *
 * <p>Each process counts for itself how often it reads, so that readers do not meet in one word:
 * for the kernel that is a question of speed, for a checker each order in which they meet would be
 * one more execution. A reader announces itself and then looks for a writer, a writer the other way
 * round, with a full barrier between on both sides.
 */
@Primitive
public final class RwSemaphore {
  private static final VarHandle WRITER;
  private static final VarHandle READERS = MethodHandles.arrayElementVarHandle(int[].class);

  static {
    try {
      WRITER = MethodHandles.lookup().findVarHandle(RwSemaphore.class, "writer", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** 1 from when a writer wants in until it leaves. */
  private int writer;

  /** By process: how often it is inside for reading; written by that one alone. */
  private final int[] readers;

  /**
   * @param cpus number of CPUs, which is that of processes
   */
  public RwSemaphore(int cpus) {
    readers = new int[cpus];
  }

  /** {@code down_read_trylock}: acquires for reading unless a writer is inside or waits. */
  public boolean downReadTrylock(Cpu cpu) {
    int inside = (int) READERS.getOpaque(readers, cpu.process);
    READERS.setOpaque(readers, cpu.process, inside + 1);
    Barriers.smpMb();
    if ((int) WRITER.getAcquire(this) == 0) {
      return true;
    }
    READERS.setRelease(readers, cpu.process, inside);
    return false;
  }

  /**
   * {@code up_read}.
   *
   * @throws KernelBug if this process is not inside for reading
   */
  public void upRead(Cpu cpu) {
    int inside = (int) READERS.getOpaque(readers, cpu.process);
    KernelBug.bugOn(inside <= 0, "up_read", "not held for reading");
    READERS.setRelease(readers, cpu.process, inside - 1);
  }

  /**
   * {@code down_write}: waits until nobody is inside.
   *
   * @throws SoftLockup if somebody does not leave for {@link Timer#SOFT_LOCKUP}
   */
  public void downWrite(Cpu cpu) {
    cpu.mightSleep();
    while ((int) WRITER.compareAndExchangeAcquire(this, 0, 1) != 0) {
      int since = Timer.jiffies();
      while ((int) WRITER.getOpaque(this) != 0) {
        Cpu.cpuRelax(since);
      }
    }
    Barriers.smpMb();
    for (int id = 0; id < readers.length; id++) {
      int since = Timer.jiffies();
      while ((int) READERS.getAcquire(readers, id) != 0) {
        Cpu.cpuRelax(since);
      }
    }
  }

  /**
   * {@code up_write}.
   *
   * @throws KernelBug if no writer is inside
   */
  public void upWrite() {
    KernelBug.bugOn((int) WRITER.getOpaque(this) == 0, "up_write", "not held for writing");
    WRITER.setRelease(this, 0);
  }

  /** Whether anybody is inside, or waits to write. */
  public boolean isHeld() {
    boolean held = (int) WRITER.getOpaque(this) != 0;
    for (int id = 0; id < readers.length; id++) {
      held |= (int) READERS.getOpaque(readers, id) != 0;
    }
    return held;
  }
}
