// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave.jdk;

import java.lang.invoke.VarHandle;

/**
 * Stands for {@link java.util.concurrent.atomic.AtomicLongFieldUpdater} in woven code.
 *
 * @param <T> the class that declares the field
 */
public final class AtomicLongFieldUpdater<T> {
  private final VarHandle field;

  private AtomicLongFieldUpdater(VarHandle field) {
    this.field = field;
  }

  public static <U> AtomicLongFieldUpdater<U> newUpdater(Class<U> owner, String name) {
    return new AtomicLongFieldUpdater<>(Handles.field(owner, name));
  }

  public long get(T o) {
    return (long) field.getVolatile(o);
  }

  public void set(T o, long value) {
    field.setVolatile(o, value);
  }

  public void lazySet(T o, long value) {
    field.setRelease(o, value);
  }

  public long getAndSet(T o, long value) {
    return (long) field.getAndSet(o, value);
  }

  public boolean compareAndSet(T o, long expected, long value) {
    return field.compareAndSet(o, expected, value);
  }

  public boolean weakCompareAndSet(T o, long expected, long value) {
    return field.weakCompareAndSet(o, expected, value);
  }

  public long getAndAdd(T o, long delta) {
    return (long) field.getAndAdd(o, delta);
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
}
