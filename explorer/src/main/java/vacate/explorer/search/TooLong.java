// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** A thread has more events than there is room for: the search ends, and what it found holds. */
public final class TooLong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLong(int events) {
    super("stopped early, a thread has more than " + events + " events", null, false, false);
  }
}
