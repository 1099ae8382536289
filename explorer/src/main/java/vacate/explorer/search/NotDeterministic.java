// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** A thread that read the same values did something else: the test depends on more than memory. */
public final class NotDeterministic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotDeterministic(int thread, Object site) {
    super(
        "not deterministic: thread "
            + (thread + 1)
            + " did something else when it was run again with the same values"
            + (site == null ? "" : ", at " + site));
  }
}
