// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.Objects;
import java.util.function.Supplier;
import vacate.explorer.hook.LocalHooks;

/**
 * Stands for {@link java.lang.ThreadLocal} in woven code, after its Javadoc.
 *
 * @param <T> the type of the value
 */
public class ThreadLocal<T> {
  public ThreadLocal() {}

  public static <S> ThreadLocal<S> withInitial(Supplier<? extends S> supplier) {
    return new Supplied<>(supplier);
  }

  protected T initialValue() {
    return null;
  }

  @SuppressWarnings("unchecked")
  public T get() {
    if (LocalHooks.has(this)) {
      return (T) LocalHooks.get(this);
    }
    T first = initialValue();
    LocalHooks.set(this, first);
    return first;
  }

  public void set(T value) {
    LocalHooks.set(this, value);
  }

  public void remove() {
    LocalHooks.remove(this);
  }

  private static final class Supplied<T> extends ThreadLocal<T> {
    private final Supplier<? extends T> supplier;

    Supplied(Supplier<? extends T> supplier) {
      this.supplier = Objects.requireNonNull(supplier);
    }

    @Override
    protected T initialValue() {
      return supplier.get();
    }
  }
}
