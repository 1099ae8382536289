// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/**
 * Stands for {@link java.lang.ref.ReferenceQueue} in woven code: as nothing is ever collected, it
 * is always empty.
 *
 * @param <T> the type of what references in it refer to
 */
public class ReferenceQueue<T> {
  public ReferenceQueue() {}

  public Reference<? extends T> poll() {
    return null;
  }
}
