// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * {@code atomic_t}. Operations that return a value are full barriers on both sides; the others
 * order nothing.
 *
 * <p>Source: {@code Documentation/atomic_ops.txt} of 2.6.22.
 */
public final class AtomicT {
  private static final VarHandle COUNTER;

  static {
    try {
      COUNTER = MethodHandles.lookup().findVarHandle(AtomicT.class, "counter", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int counter;

  /** {@code atomic_read}. */
  public int read() {
    return (int) COUNTER.getOpaque(this);
  }

  /** {@code atomic_set}: a store. */
  public void set(int value) {
    COUNTER.setOpaque(this, value);
  }

  /**
   * {@code atomic_inc}. Java's weakest read-modify-write is a release; it stands for no ordering
   * and no claim is built on it.
   */
  public void inc() {
    COUNTER.getAndAddRelease(this, 1);
  }

  /** {@code atomic_dec}; see {@link #inc}. */
  public void dec() {
    COUNTER.getAndAddRelease(this, -1);
  }

  /**
   * {@code atomic_inc_not_zero}: a compare-and-exchange loop; a full barrier if it succeeds. A turn
   * that fails has changed nothing and knows nothing that the next one does not.
   */
  public boolean incNotZero() {
    int seen;
    while ((seen = (int) COUNTER.getOpaque(this)) != 0) {
      Barriers.smpMb();
      if ((int) COUNTER.compareAndExchangeRelease(this, seen, seen + 1) == seen) {
        Barriers.smpMb();
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /**
   * {@code atomic_dec_return}: a full barrier.
   *
   * @return the new value
   */
  public int decReturn() {
    Barriers.smpMb();
    int old = (int) COUNTER.getAndAddRelease(this, -1);
    Barriers.smpMb();
    return old - 1;
  }

  /** {@code atomic_dec_and_test}: a full barrier; true if the result is zero. */
  public boolean decAndTest() {
    return decReturn() == 0;
  }
}
