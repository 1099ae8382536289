// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** A thread that read the same values did something else: the test depends on more than memory. */
public final class NotDeterministic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what it did, and what before; may be empty
   * @param site null if it is not known
   */
  NotDeterministic(int thread, String what, Object site) {
    super(
        "not deterministic: thread "
            + (thread + 1)
            + " did something else when it was run again with the same values"
            + (what.isEmpty() ? "" : ": " + what)
            + (site == null ? "" : ", at " + site));
  }
}
