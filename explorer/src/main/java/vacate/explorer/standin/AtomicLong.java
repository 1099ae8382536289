// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Stands for {@link java.util.concurrent.atomic.AtomicLong} in woven code, after its Javadoc. */
public class AtomicLong extends Number {
  private static final long serialVersionUID = 1L;
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(AtomicLong.class, "value", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long value;

  public AtomicLong() {}

  public AtomicLong(long value) {
    this.value = value;
  }

  public final long get() {
    return value;
  }

  public final void set(long value) {
    this.value = value;
  }

  public final void lazySet(long value) {
    VALUE.setRelease(this, value);
  }

  public final long getPlain() {
    return (long) VALUE.get(this);
  }

  public final void setPlain(long value) {
    VALUE.set(this, value);
  }

  public final long getOpaque() {
    return (long) VALUE.getOpaque(this);
  }

  public final long getAcquire() {
    return (long) VALUE.getAcquire(this);
  }

  public final void setOpaque(long value) {
    VALUE.setOpaque(this, value);
  }

  public final void setRelease(long value) {
    VALUE.setRelease(this, value);
  }

  public final long getAndSet(long value) {
    return (long) VALUE.getAndSet(this, value);
  }

  public final boolean compareAndSet(long expected, long value) {
    return VALUE.compareAndSet(this, expected, value);
  }

  public final boolean weakCompareAndSetPlain(long expected, long value) {
    return VALUE.weakCompareAndSetPlain(this, expected, value);
  }

  public final boolean weakCompareAndSetVolatile(long expected, long value) {
    return VALUE.weakCompareAndSet(this, expected, value);
  }

  public final boolean weakCompareAndSetAcquire(long expected, long value) {
    return VALUE.weakCompareAndSetAcquire(this, expected, value);
  }

  public final boolean weakCompareAndSetRelease(long expected, long value) {
    return VALUE.weakCompareAndSetRelease(this, expected, value);
  }

  public final boolean weakCompareAndSet(long expected, long value) {
    return VALUE.weakCompareAndSetPlain(this, expected, value);
  }

  public final long compareAndExchange(long expected, long value) {
    return (long) VALUE.compareAndExchange(this, expected, value);
  }

  public final long compareAndExchangeAcquire(long expected, long value) {
    return (long) VALUE.compareAndExchangeAcquire(this, expected, value);
  }

  public final long compareAndExchangeRelease(long expected, long value) {
    return (long) VALUE.compareAndExchangeRelease(this, expected, value);
  }

  public final long getAndAdd(long delta) {
    return (long) VALUE.getAndAdd(this, delta);
  }

  public final long addAndGet(long delta) {
    return getAndAdd(delta) + delta;
  }

  public final long getAndIncrement() {
    return getAndAdd(1);
  }

  public final long getAndDecrement() {
    return getAndAdd(-1);
  }

  public final long incrementAndGet() {
    return getAndAdd(1) + 1;
  }

  public final long decrementAndGet() {
    return getAndAdd(-1) - 1;
  }

  public final long getAndUpdate(LongUnaryOperator update) {
    while (true) {
      long old = value;
      long next = update.applyAsLong(old);
      if (VALUE.compareAndSet(this, old, next)) {
        return old;
      }
    }
  }

  public final long updateAndGet(LongUnaryOperator update) {
    while (true) {
      long old = value;
      long next = update.applyAsLong(old);
      if (VALUE.compareAndSet(this, old, next)) {
        return next;
      }
    }
  }

  public final long getAndAccumulate(long x, LongBinaryOperator function) {
    return getAndUpdate(old -> function.applyAsLong(old, x));
  }

  public final long accumulateAndGet(long x, LongBinaryOperator function) {
    return updateAndGet(old -> function.applyAsLong(old, x));
  }

  @Override
  public int intValue() {
    return (int) get();
  }

  @Override
  public long longValue() {
    return get();
  }

  @Override
  public float floatValue() {
    return get();
  }

  @Override
  public double doubleValue() {
    return get();
  }

  @Override
  public String toString() {
    return Long.toString(get());
  }
}
