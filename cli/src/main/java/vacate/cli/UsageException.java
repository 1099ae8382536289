// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

/** The user asked for something that cannot be; the message is the one line that says so. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message, null, false, false);
  }
}
