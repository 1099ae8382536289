// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave.jdk;

import java.lang.invoke.VarHandle;

/**
 * Stands for {@link java.util.concurrent.atomic.AtomicIntegerFieldUpdater} in woven code.
 *
 * @param <T> the class that declares the field
 */
public final class AtomicIntegerFieldUpdater<T> {
  private final VarHandle field;

  private AtomicIntegerFieldUpdater(VarHandle field) {
    this.field = field;
  }

  public static <U> AtomicIntegerFieldUpdater<U> newUpdater(Class<U> owner, String name) {
    return new AtomicIntegerFieldUpdater<>(Handles.field(owner, name));
  }

  public int get(T o) {
    return (int) field.getVolatile(o);
  }

  public void set(T o, int value) {
    field.setVolatile(o, value);
  }

  public void lazySet(T o, int value) {
    field.setRelease(o, value);
  }

  public int getAndSet(T o, int value) {
    return (int) field.getAndSet(o, value);
  }

  public boolean compareAndSet(T o, int expected, int value) {
    return field.compareAndSet(o, expected, value);
  }

  public boolean weakCompareAndSet(T o, int expected, int value) {
    return field.weakCompareAndSet(o, expected, value);
  }

  public int getAndAdd(T o, int delta) {
    return (int) field.getAndAdd(o, delta);
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
}
