// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Two words side by side that {@code cmpxchg_double} compares and stores as one. Here they are the
 * halves of a {@code long}: the port's addresses are small.
 *
 * <p>The kernel loads the two apart, before a {@code cmpxchg_double} that fails unless both still
 * are what was loaded; one load of both sees no less. A store to one half leaves the other as it is
 * at that moment, which Java has no store for: it is an atomic update here, and so no weaker than a
 * store, but on models with store buffers stronger.
 */
@Primitive
public final class DoubleWord {
  private static final VarHandle BOTH;
  private static final int HALF = 32;
  private static final long LOW = 0xffff_ffffL;

  static {
    try {
      BOTH = MethodHandles.lookup().findVarHandle(DoubleWord.class, "both", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private long both;

  /** The two halves as one value. */
  public static long of(long high, int low) {
    return high << HALF | low & LOW;
  }

  /** The first word of a value. */
  public static long high(long value) {
    return value >>> HALF;
  }

  /** The second word of a value. */
  public static int low(long value) {
    return (int) value;
  }

  /** Both, in one load. */
  public long read() {
    return (long) BOTH.getOpaque(this);
  }

  /** Both, as plain code writes them. */
  public void write(long value) {
    BOTH.setOpaque(this, value);
  }

  /** {@code cmpxchg_double}: atomic, a full barrier on both sides; whether it was successful. */
  public boolean cmpxchgDouble(long expected, long value) {
    Barriers.smpMb();
    boolean done = (long) BOTH.compareAndExchangeRelease(this, expected, value) == expected;
    Barriers.smpMb();
    return done;
  }

  /** A store to the second word alone. */
  public void writeLow(int low) {
    long seen = (long) BOTH.getOpaque(this);
    while (true) {
      long old = (long) BOTH.compareAndExchangeRelease(this, seen, of(high(seen), low));
      if (old == seen) {
        return;
      }
      seen = old;
    }
  }
}
