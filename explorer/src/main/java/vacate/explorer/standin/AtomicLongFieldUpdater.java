// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.VarHandle;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import vacate.explorer.hook.JdkHooks;

/**
 * Stands for {@link java.util.concurrent.atomic.AtomicLongFieldUpdater} in woven code.
 *
 * @param <T> the class that declares the field
 */
public final class AtomicLongFieldUpdater<T> {
  private final Updated field;

  private AtomicLongFieldUpdater(Updated field) {
    this.field = field;
  }

  /** Calls of it go to {@link #of}; this one is for a reference to it. */
  public static <U> AtomicLongFieldUpdater<U> newUpdater(Class<U> owner, String name) {
    JdkHooks.notModelled(
        "java.util.concurrent.atomic.AtomicLongFieldUpdater.newUpdater by a reference");
    return null;
  }

  /** An updater of a field, for which the JDK has an updater, too. */
  public static AtomicLongFieldUpdater<?> of(Object updater, VarHandle field, Class<?> type) {
    return new AtomicLongFieldUpdater<>(new Updated(updater, field, type));
  }

  public long get(T o) {
    return (long) field.of(o).getVolatile(o);
  }

  public void set(T o, long value) {
    field.of(o).setVolatile(o, value);
  }

  public void lazySet(T o, long value) {
    field.of(o).setRelease(o, value);
  }

  public long getAndSet(T o, long value) {
    return (long) field.of(o).getAndSet(o, value);
  }

  public boolean compareAndSet(T o, long expected, long value) {
    return field.of(o).compareAndSet(o, expected, value);
  }

  public boolean weakCompareAndSet(T o, long expected, long value) {
    return field.of(o).weakCompareAndSet(o, expected, value);
  }

  public long getAndAdd(T o, long delta) {
    return (long) field.of(o).getAndAdd(o, delta);
  }

  public long addAndGet(T o, long delta) {
    return getAndAdd(o, delta) + delta;
  }

  public long getAndIncrement(T o) {
    return getAndAdd(o, 1);
  }

  public long getAndDecrement(T o) {
    return getAndAdd(o, -1);
  }

  public long incrementAndGet(T o) {
    return getAndAdd(o, 1) + 1;
  }

  public long decrementAndGet(T o) {
    return getAndAdd(o, -1) - 1;
  }

  public long getAndUpdate(T o, LongUnaryOperator update) {
    while (true) {
      long old = get(o);
      if (compareAndSet(o, old, update.applyAsLong(old))) {
        return old;
      }
    }
  }

  public long updateAndGet(T o, LongUnaryOperator update) {
    while (true) {
      long old = get(o);
      long next = update.applyAsLong(old);
      if (compareAndSet(o, old, next)) {
        return next;
      }
    }
  }

  public long getAndAccumulate(T o, long x, LongBinaryOperator function) {
    return getAndUpdate(o, old -> function.applyAsLong(old, x));
  }

  public long accumulateAndGet(T o, long x, LongBinaryOperator function) {
    return updateAndGet(o, old -> function.applyAsLong(old, x));
  }
}
