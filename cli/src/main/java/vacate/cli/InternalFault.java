// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

/** A fault of our own in one of many tests: told on stderr, and the others go on. */
final class InternalFault {
  private InternalFault() {}

  /**
   * Prints the trace, in one piece.
   *
   * @param where which test under which model
   * @return why there is no verdict
   */
  static String tell(String where, Throwable error) {
    synchronized (System.err) {
      System.err.printf("vacate: internal error in %s, please report it with this trace%n", where);
      error.printStackTrace();
    }
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return "internal error: " + cause;
  }
}
