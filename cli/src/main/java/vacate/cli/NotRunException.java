// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

/** Nothing could be run; the message is the one line that says why. */
final class NotRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotRunException(String message) {
    super(message, null, false, false);
  }
}
