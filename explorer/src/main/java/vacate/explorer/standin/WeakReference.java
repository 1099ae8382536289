// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/**
 * Stands for {@link java.lang.ref.WeakReference} in woven code.
 *
 * @param <T> the type of what it refers to
 */
public class WeakReference<T> extends Reference<T> {
  public WeakReference(T referent) {
    super(referent);
  }

  public WeakReference(T referent, ReferenceQueue<? super T> queue) {
    super(referent);
  }
}
