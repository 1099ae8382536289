// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An {@code unsigned long} of bits with the kernel's bit operations.
 *
 * <p>Atomic and non-atomic writers meet on the one word. A non-atomic operation is an opaque load
 * and an opaque store, two accesses: a plain {@code |=} would let the JIT merge two of them and
 * hide a race that C has. The atomic ones are a read-modify-write of the weakest mode that does not
 * hide the barriers around it.
 *
 * <p>Source: {@code include/asm-generic/bitops}, {@code Documentation/atomic_ops.txt}.
 */
@Primitive
public final class BitWord {
  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(BitWord.class, "word", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int word;

  /** The whole word, in one load. */
  public int read() {
    return (int) WORD.getOpaque(this);
  }

  /** {@code test_bit}: one load, no ordering. */
  public boolean testBit(int nr) {
    return ((int) WORD.getOpaque(this) >>> nr & 1) != 0;
  }

  /**
   * {@code test_and_set_bit}: atomic, a full barrier on both sides. Writes even if the bit was set.
   */
  public boolean testAndSetBit(int nr) {
    Barriers.smpMb();
    int old = (int) WORD.getAndBitwiseOrRelease(this, 1 << nr);
    Barriers.smpMb();
    return (old >>> nr & 1) != 0;
  }

  /**
   * {@code test_and_set_bit} without the barriers that the kernel's has: for who asks what they are
   * for. Atomic like the other, and orders nothing that comes after it.
   */
  public boolean testAndSetBitUnordered(int nr) {
    return ((int) WORD.getAndBitwiseOrRelease(this, 1 << nr) >>> nr & 1) != 0;
  }

  /** {@code set_bit}: atomic, no barrier; see {@link #clearBit}. */
  public void setBit(int nr) {
    WORD.getAndBitwiseOrRelease(this, 1 << nr);
  }

  /**
   * {@code clear_bit}: atomic, no barrier. The weakest update that cannot fail has an acquire or a
   * release in Java; every caller stands right behind {@code smp_mb__before_clear_bit}, to which a
   * release adds nothing.
   *
   * @return whether the bit was set, for who has to check that
   */
  public boolean clearBit(int nr) {
    return ((int) WORD.getAndBitwiseAndRelease(this, ~(1 << nr)) >>> nr & 1) != 0;
  }

  /**
   * {@code cmpxchg}: atomic, a full barrier on both sides.
   *
   * @return what the word was
   */
  public int cmpxchg(int expected, int value) {
    Barriers.smpMb();
    int old = (int) WORD.compareAndExchangeRelease(this, expected, value);
    Barriers.smpMb();
    return old;
  }

  /** The whole word, as plain code writes it: a store. */
  public void write(int value) {
    storeMask(value);
  }

  /** {@code __set_bit}: a load and a store. */
  public void setBitNonAtomic(int nr) {
    storeMask((int) WORD.getOpaque(this) | 1 << nr);
  }

  /** {@code __clear_bit}: a load and a store. */
  public void clearBitNonAtomic(int nr) {
    storeMask((int) WORD.getOpaque(this) & ~(1 << nr));
  }

  /** Clears all bits of a mask as plain code does, {@code word &= ~mask}: a load and a store. */
  public void clearMaskNonAtomic(int mask) {
    storeMask((int) WORD.getOpaque(this) & ~mask);
  }

  private void storeMask(int value) {
    WORD.setOpaque(this, value);
  }
}
