// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/**
 * Stands for {@link java.lang.ref.SoftReference} in woven code.
 *
 * @param <T> the type of what it refers to
 */
public class SoftReference<T> extends Reference<T> {
  public SoftReference(T referent) {
    super(referent);
  }

  public SoftReference(T referent, ReferenceQueue<? super T> queue) {
    super(referent);
  }
}
