// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import vacate.explorer.hook.LocalHooks;

/**
 * Stands for {@link java.lang.InheritableThreadLocal} in woven code, after its Javadoc; but what a
 * thread inherits is not known.
 *
 * @param <T> the type of the value
 */
public class InheritableThreadLocal<T> extends ThreadLocal<T> {
  @Override
  public T get() {
    LocalHooks.looksForInherited(this);
    return super.get();
  }

  /** What a new thread has, if its maker has that. */
  protected T childValue(T parentValue) {
    return parentValue;
  }
}
