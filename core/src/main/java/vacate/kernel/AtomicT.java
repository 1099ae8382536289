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
@Primitive
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
   * {@code atomic_inc}, which orders nothing. The weakest update that cannot fail has an acquire or
   * a release in Java (only {@code weakCompareAndSetPlain} has neither, and that wants a loop); no
   * claim is built on this one.
   */
  public void inc() {
    COUNTER.getAndAddRelease(this, 1);
  }

  /** {@code atomic_dec}; see {@link #inc}. */
  public void dec() {
    COUNTER.getAndAddRelease(this, -1);
  }

  /**
   * {@code atomic_inc_not_zero}, {@code atomic_add_unless(v, 1, 0)}: a compare-and-exchange loop; a
   * full barrier if it succeeds. It looks once; a turn that fails hands what was in its way to the
   * next one.
   */
  public boolean incNotZero() {
    int seen = (int) COUNTER.getOpaque(this);
    while (seen != 0) {
      Barriers.smpMb();
      int old = (int) COUNTER.compareAndExchangeRelease(this, seen, seen + 1);
      if (old == seen) {
        Barriers.smpMb();
        return true;
      }
      seen = old;
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
