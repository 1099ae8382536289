// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import vacate.explorer.hook.JdkHooks;

/**
 * Stands for {@link java.lang.ref.Reference} in woven code. What it refers to is in a field like
 * any other, which only the program clears: the garbage collector never does, and the result says
 * that it assumes that.
 *
 * @param <T> the type of what it refers to
 */
public abstract class Reference<T> {
  private T referent;

  Reference(T referent) {
    JdkHooks.refersWeakly();
    this.referent = referent;
  }

  public T get() {
    return referent;
  }

  public final boolean refersTo(T object) {
    return referent == object;
  }

  public void clear() {
    referent = null;
  }

  @Deprecated
  public boolean isEnqueued() {
    return false;
  }

  public static void reachabilityFence(Object object) {}
}
