// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave.jdk;

import java.lang.invoke.VarHandle;

/**
 * Stands for {@link java.util.concurrent.atomic.AtomicReferenceFieldUpdater} in woven code.
 *
 * @param <T> the class that declares the field
 * @param <V> the type of the field
 */
public final class AtomicReferenceFieldUpdater<T, V> {
  private final VarHandle field;

  private AtomicReferenceFieldUpdater(VarHandle field) {
    this.field = field;
  }

  public static <U, W> AtomicReferenceFieldUpdater<U, W> newUpdater(
      Class<U> owner, Class<W> type, String name) {
    return new AtomicReferenceFieldUpdater<>(Handles.field(owner, name));
  }

  @SuppressWarnings("unchecked")
  public V get(T o) {
    return (V) field.getVolatile(o);
  }

  public void set(T o, V value) {
    field.setVolatile(o, value);
  }

  public void lazySet(T o, V value) {
    field.setRelease(o, value);
  }

  @SuppressWarnings("unchecked")
  public V getAndSet(T o, V value) {
    return (V) field.getAndSet(o, value);
  }

  public boolean compareAndSet(T o, V expected, V value) {
    return field.compareAndSet(o, expected, value);
  }

  public boolean weakCompareAndSet(T o, V expected, V value) {
    return field.weakCompareAndSet(o, expected, value);
  }
}
