// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Stands for {@link java.util.concurrent.atomic.AtomicReferenceArray} in woven code. */
public class AtomicReferenceArray<E> {
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

  private final Object[] array;

  public AtomicReferenceArray(int length) {
    array = new Object[length];
  }

  public AtomicReferenceArray(E[] array) {
    this.array = new Object[array.length]; // whatever the given one may hold
    System.arraycopy(array, 0, this.array, 0, array.length);
  }

  public final int length() {
    return array.length;
  }

  @SuppressWarnings("unchecked")
  public final E get(int i) {
    return (E) ELEMENT.getVolatile(array, i);
  }

  @SuppressWarnings("unchecked")
  public final E getPlain(int i) {
    return (E) ELEMENT.get(array, i);
  }

  @SuppressWarnings("unchecked")
  public final E getOpaque(int i) {
    return (E) ELEMENT.getOpaque(array, i);
  }

  @SuppressWarnings("unchecked")
  public final E getAcquire(int i) {
    return (E) ELEMENT.getAcquire(array, i);
  }

  public final void set(int i, E value) {
    ELEMENT.setVolatile(array, i, value);
  }

  public final void lazySet(int i, E value) {
    ELEMENT.setRelease(array, i, value);
  }

  public final void setPlain(int i, E value) {
    ELEMENT.set(array, i, value);
  }

  public final void setOpaque(int i, E value) {
    ELEMENT.setOpaque(array, i, value);
  }

  public final void setRelease(int i, E value) {
    ELEMENT.setRelease(array, i, value);
  }

  @SuppressWarnings("unchecked")
  public final E getAndSet(int i, E value) {
    return (E) ELEMENT.getAndSet(array, i, value);
  }

  public final boolean compareAndSet(int i, E expected, E value) {
    return ELEMENT.compareAndSet(array, i, expected, value);
  }

  public final boolean weakCompareAndSet(int i, E expected, E value) {
    return ELEMENT.weakCompareAndSetPlain(array, i, expected, value);
  }

  public final boolean weakCompareAndSetPlain(int i, E expected, E value) {
    return ELEMENT.weakCompareAndSetPlain(array, i, expected, value);
  }

  public final boolean weakCompareAndSetVolatile(int i, E expected, E value) {
    return ELEMENT.weakCompareAndSet(array, i, expected, value);
  }

  public final boolean weakCompareAndSetAcquire(int i, E expected, E value) {
    return ELEMENT.weakCompareAndSetAcquire(array, i, expected, value);
  }

  public final boolean weakCompareAndSetRelease(int i, E expected, E value) {
    return ELEMENT.weakCompareAndSetRelease(array, i, expected, value);
  }

  @SuppressWarnings("unchecked")
  public final E compareAndExchange(int i, E expected, E value) {
    return (E) ELEMENT.compareAndExchange(array, i, expected, value);
  }

  @SuppressWarnings("unchecked")
  public final E compareAndExchangeAcquire(int i, E expected, E value) {
    return (E) ELEMENT.compareAndExchangeAcquire(array, i, expected, value);
  }

  @SuppressWarnings("unchecked")
  public final E compareAndExchangeRelease(int i, E expected, E value) {
    return (E) ELEMENT.compareAndExchangeRelease(array, i, expected, value);
  }

  public final E getAndUpdate(int i, UnaryOperator<E> update) {
    while (true) {
      E old = get(i);
      E next = update.apply(old);
      if (ELEMENT.compareAndSet(array, i, old, next)) {
        return old;
      }
    }
  }

  public final E updateAndGet(int i, UnaryOperator<E> update) {
    while (true) {
      E old = get(i);
      E next = update.apply(old);
      if (ELEMENT.compareAndSet(array, i, old, next)) {
        return next;
      }
    }
  }

  public final E getAndAccumulate(int i, E x, BinaryOperator<E> function) {
    return getAndUpdate(i, old -> function.apply(old, x));
  }

  public final E accumulateAndGet(int i, E x, BinaryOperator<E> function) {
    return updateAndGet(i, old -> function.apply(old, x));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < array.length; i++) {
      text.append(i == 0 ? "" : ", ").append(get(i));
    }
    return text.append("]").toString();
  }
}
