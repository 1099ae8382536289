// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Stands for {@link java.util.concurrent.atomic.AtomicInteger} in woven code, after its Javadoc.
 */
public class AtomicInteger extends Number {
  private static final long serialVersionUID = 1L;
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(AtomicInteger.class, "value", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int value;

  public AtomicInteger() {}

  public AtomicInteger(int value) {
    this.value = value;
  }

  public final int get() {
    return value;
  }

  public final void set(int value) {
    this.value = value;
  }

  public final void lazySet(int value) {
    VALUE.setRelease(this, value);
  }

  public final int getPlain() {
    return (int) VALUE.get(this);
  }

  public final void setPlain(int value) {
    VALUE.set(this, value);
  }

  public final int getOpaque() {
    return (int) VALUE.getOpaque(this);
  }

  public final int getAcquire() {
    return (int) VALUE.getAcquire(this);
  }

  public final void setOpaque(int value) {
    VALUE.setOpaque(this, value);
  }

  public final void setRelease(int value) {
    VALUE.setRelease(this, value);
  }

  public final int getAndSet(int value) {
    return (int) VALUE.getAndSet(this, value);
  }

  public final boolean compareAndSet(int expected, int value) {
    return VALUE.compareAndSet(this, expected, value);
  }

  public final boolean weakCompareAndSetPlain(int expected, int value) {
    return VALUE.weakCompareAndSetPlain(this, expected, value);
  }

  public final boolean weakCompareAndSetVolatile(int expected, int value) {
    return VALUE.weakCompareAndSet(this, expected, value);
  }

  public final boolean weakCompareAndSetAcquire(int expected, int value) {
    return VALUE.weakCompareAndSetAcquire(this, expected, value);
  }

  public final boolean weakCompareAndSetRelease(int expected, int value) {
    return VALUE.weakCompareAndSetRelease(this, expected, value);
  }

  public final boolean weakCompareAndSet(int expected, int value) {
    return VALUE.weakCompareAndSetPlain(this, expected, value);
  }

  public final int compareAndExchange(int expected, int value) {
    return (int) VALUE.compareAndExchange(this, expected, value);
  }

  public final int compareAndExchangeAcquire(int expected, int value) {
    return (int) VALUE.compareAndExchangeAcquire(this, expected, value);
  }

  public final int compareAndExchangeRelease(int expected, int value) {
    return (int) VALUE.compareAndExchangeRelease(this, expected, value);
  }

  public final int getAndAdd(int delta) {
    return (int) VALUE.getAndAdd(this, delta);
  }

  public final int addAndGet(int delta) {
    return getAndAdd(delta) + delta;
  }

  public final int getAndIncrement() {
    return getAndAdd(1);
  }

  public final int getAndDecrement() {
    return getAndAdd(-1);
  }

  public final int incrementAndGet() {
    return getAndAdd(1) + 1;
  }

  public final int decrementAndGet() {
    return getAndAdd(-1) - 1;
  }

  public final int getAndUpdate(IntUnaryOperator update) {
    while (true) {
      int old = value;
      int next = update.applyAsInt(old);
      if (VALUE.compareAndSet(this, old, next)) {
        return old;
      }
    }
  }

  public final int updateAndGet(IntUnaryOperator update) {
    while (true) {
      int old = value;
      int next = update.applyAsInt(old);
      if (VALUE.compareAndSet(this, old, next)) {
        return next;
      }
    }
  }

  public final int getAndAccumulate(int x, IntBinaryOperator function) {
    return getAndUpdate(old -> function.applyAsInt(old, x));
  }

  public final int accumulateAndGet(int x, IntBinaryOperator function) {
    return updateAndGet(old -> function.applyAsInt(old, x));
  }

  @Override
  public int intValue() {
    return get();
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
    return Integer.toString(get());
  }
}
