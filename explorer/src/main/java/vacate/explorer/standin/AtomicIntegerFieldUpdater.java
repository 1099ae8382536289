// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.VarHandle;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import vacate.explorer.hook.JdkHooks;

/**
 * Stands for {@link java.util.concurrent.atomic.AtomicIntegerFieldUpdater} in woven code.
 *
 * @param <T> the class that declares the field
 */
public final class AtomicIntegerFieldUpdater<T> {
  private final Updated field;

  private AtomicIntegerFieldUpdater(Updated field) {
    this.field = field;
  }

  /** Calls of it go to {@link #of}; this one is for a reference to it. */
  public static <U> AtomicIntegerFieldUpdater<U> newUpdater(Class<U> owner, String name) {
    JdkHooks.notModelled(
        "java.util.concurrent.atomic.AtomicIntegerFieldUpdater.newUpdater by a reference");
    return null;
  }

  /** An updater of a field, for which the JDK has an updater, too. */
  public static AtomicIntegerFieldUpdater<?> of(Object updater, VarHandle field, Class<?> type) {
    return new AtomicIntegerFieldUpdater<>(new Updated(updater, field, type));
  }

  public int get(T o) {
    return (int) field.of(o).getVolatile(o);
  }

  public void set(T o, int value) {
    field.of(o).setVolatile(o, value);
  }

  public void lazySet(T o, int value) {
    field.of(o).setRelease(o, value);
  }

  public int getAndSet(T o, int value) {
    return (int) field.of(o).getAndSet(o, value);
  }

  public boolean compareAndSet(T o, int expected, int value) {
    return field.of(o).compareAndSet(o, expected, value);
  }

  public boolean weakCompareAndSet(T o, int expected, int value) {
    return field.of(o).weakCompareAndSet(o, expected, value);
  }

  public int getAndAdd(T o, int delta) {
    return (int) field.of(o).getAndAdd(o, delta);
  }

  public int addAndGet(T o, int delta) {
    return getAndAdd(o, delta) + delta;
  }

  public int getAndIncrement(T o) {
    return getAndAdd(o, 1);
  }

  public int getAndDecrement(T o) {
    return getAndAdd(o, -1);
  }

  public int incrementAndGet(T o) {
    return getAndAdd(o, 1) + 1;
  }

  public int decrementAndGet(T o) {
    return getAndAdd(o, -1) - 1;
  }

  public int getAndUpdate(T o, IntUnaryOperator update) {
    while (true) {
      int old = get(o);
      if (compareAndSet(o, old, update.applyAsInt(old))) {
        return old;
      }
    }
  }

  public int updateAndGet(T o, IntUnaryOperator update) {
    while (true) {
      int old = get(o);
      int next = update.applyAsInt(old);
      if (compareAndSet(o, old, next)) {
        return next;
      }
    }
  }

  public int getAndAccumulate(T o, int x, IntBinaryOperator function) {
    return getAndUpdate(o, old -> function.applyAsInt(old, x));
  }

  public int accumulateAndGet(T o, int x, IntBinaryOperator function) {
    return updateAndGet(o, old -> function.applyAsInt(old, x));
  }
}
