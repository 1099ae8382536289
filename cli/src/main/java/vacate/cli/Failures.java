// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;

/** What went wrong so far; the rest is done all the same. */
final class Failures {
  private IOException first;

  /** Something that may go wrong without harm to what else there is to do. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  /** Does it, and keeps what goes wrong. */
  void of(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      if (first == null) {
        first = e;
      } else {
        first.addSuppressed(e);
      }
    }
  }

  /** Whether anything went wrong. */
  boolean any() {
    return first != null;
  }

  /**
   * Ends normally if nothing went wrong.
   *
   * @throws IOException the first, with the others suppressed
   */
  void rethrow() throws IOException {
    if (first != null) {
      throw first;
    }
  }
}
