// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.VarHandle;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import vacate.explorer.hook.JdkHooks;

/**
 * Stands for {@link java.util.concurrent.atomic.AtomicReferenceFieldUpdater} in woven code.
 *
 * @param <T> the class that declares the field
 * @param <V> the type of the field
 */
public final class AtomicReferenceFieldUpdater<T, V> {
  private final Updated field;

  private AtomicReferenceFieldUpdater(Updated field) {
    this.field = field;
  }

  /** Calls of it go to {@link #of}; this one is for a reference to it. */
  public static <U, W> AtomicReferenceFieldUpdater<U, W> newUpdater(
      Class<U> owner, Class<W> type, String name) {
    JdkHooks.notModelled(
        "java.util.concurrent.atomic.AtomicReferenceFieldUpdater.newUpdater by a reference");
    return null;
  }

  /** An updater of a field, for which the JDK has an updater, too. */
  public static AtomicReferenceFieldUpdater<?, ?> of(
      Object updater, VarHandle field, Class<?> type) {
    return new AtomicReferenceFieldUpdater<>(new Updated(updater, field, type));
  }

  @SuppressWarnings("unchecked")
  public V get(T o) {
    return (V) field.of(o).getVolatile(o);
  }

  public void set(T o, V value) {
    field.of(o).setVolatile(o, field.checked(value));
  }

  public void lazySet(T o, V value) {
    field.of(o).setRelease(o, field.checked(value));
  }

  @SuppressWarnings("unchecked")
  public V getAndSet(T o, V value) {
    return (V) field.of(o).getAndSet(o, field.checked(value));
  }

  public boolean compareAndSet(T o, V expected, V value) {
    VarHandle of = field.of(o);
    field.checked(value);
    if (!field.mayHold(expected)) {
      of.getVolatile(o);
      return false;
    }
    return of.compareAndSet(o, expected, value);
  }

  public boolean weakCompareAndSet(T o, V expected, V value) {
    VarHandle of = field.of(o);
    field.checked(value);
    if (!field.mayHold(expected)) {
      of.getVolatile(o);
      return false;
    }
    return of.weakCompareAndSet(o, expected, value);
  }

  public V getAndUpdate(T o, UnaryOperator<V> update) {
    while (true) {
      V old = get(o);
      if (compareAndSet(o, old, update.apply(old))) {
        return old;
      }
    }
  }

  public V updateAndGet(T o, UnaryOperator<V> update) {
    while (true) {
      V old = get(o);
      V next = update.apply(old);
      if (compareAndSet(o, old, next)) {
        return next;
      }
    }
  }

  public V getAndAccumulate(T o, V x, BinaryOperator<V> function) {
    return getAndUpdate(o, old -> function.apply(old, x));
  }

  public V accumulateAndGet(T o, V x, BinaryOperator<V> function) {
    return updateAndGet(o, old -> function.apply(old, x));
  }
}
