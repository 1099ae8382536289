// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Stands for {@link java.util.concurrent.atomic.AtomicReference} in woven code, after its Javadoc.
 *
 * @param <V> the type of the object referred to
 */
public class AtomicReference<V> {
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(AtomicReference.class, "value", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile Object value;

  public AtomicReference() {}

  public AtomicReference(V value) {
    this.value = value;
  }

  @SuppressWarnings("unchecked")
  public final V get() {
    return (V) value;
  }

  public final void set(V value) {
    this.value = value;
  }

  public final void lazySet(V value) {
    VALUE.setRelease(this, value);
  }

  @SuppressWarnings("unchecked")
  public final V getPlain() {
    return (V) VALUE.get(this);
  }

  public final void setPlain(V value) {
    VALUE.set(this, value);
  }

  @SuppressWarnings("unchecked")
  public final V getOpaque() {
    return (V) VALUE.getOpaque(this);
  }

  public final void setOpaque(V value) {
    VALUE.setOpaque(this, value);
  }

  @SuppressWarnings("unchecked")
  public final V getAcquire() {
    return (V) VALUE.getAcquire(this);
  }

  public final void setRelease(V value) {
    VALUE.setRelease(this, value);
  }

  @SuppressWarnings("unchecked")
  public final V getAndSet(V value) {
    return (V) VALUE.getAndSet(this, value);
  }

  public final boolean compareAndSet(V expected, V value) {
    return VALUE.compareAndSet(this, expected, value);
  }

  public final boolean weakCompareAndSet(V expected, V value) {
    return VALUE.weakCompareAndSetPlain(this, expected, value);
  }

  public final boolean weakCompareAndSetPlain(V expected, V value) {
    return VALUE.weakCompareAndSetPlain(this, expected, value);
  }

  public final boolean weakCompareAndSetVolatile(V expected, V value) {
    return VALUE.weakCompareAndSet(this, expected, value);
  }

  public final boolean weakCompareAndSetAcquire(V expected, V value) {
    return VALUE.weakCompareAndSetAcquire(this, expected, value);
  }

  public final boolean weakCompareAndSetRelease(V expected, V value) {
    return VALUE.weakCompareAndSetRelease(this, expected, value);
  }

  @SuppressWarnings("unchecked")
  public final V compareAndExchange(V expected, V value) {
    return (V) VALUE.compareAndExchange(this, expected, value);
  }

  @SuppressWarnings("unchecked")
  public final V compareAndExchangeAcquire(V expected, V value) {
    return (V) VALUE.compareAndExchangeAcquire(this, expected, value);
  }

  @SuppressWarnings("unchecked")
  public final V compareAndExchangeRelease(V expected, V value) {
    return (V) VALUE.compareAndExchangeRelease(this, expected, value);
  }

  public final V getAndUpdate(UnaryOperator<V> update) {
    while (true) {
      V old = get();
      if (compareAndSet(old, update.apply(old))) {
        return old;
      }
    }
  }

  public final V updateAndGet(UnaryOperator<V> update) {
    while (true) {
      V old = get();
      V next = update.apply(old);
      if (compareAndSet(old, next)) {
        return next;
      }
    }
  }

  public final V getAndAccumulate(V x, BinaryOperator<V> function) {
    return getAndUpdate(old -> function.apply(old, x));
  }

  public final V accumulateAndGet(V x, BinaryOperator<V> function) {
    return updateAndGet(old -> function.apply(old, x));
  }

  @Override
  public String toString() {
    return String.valueOf(get());
  }
}
