// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/**
 * Leaves a thread's code where it can go no further. Neither an {@code Exception} nor an {@code
 * Error}, so that only a handler of {@code Throwable} would stop it; nobody may.
 */
public final class Stop extends Throwable {
  private static final long serialVersionUID = 1L;

  static final Stop INSTANCE = new Stop();

  private Stop() {
    super("stopped by the explorer", null, false, false);
  }
}
