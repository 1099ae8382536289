// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;

/** The user asked for something that cannot be; the message is the one line that says so. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> place;

  UsageException(String message) {
    this(message, List.of());
  }

  /**
   * @param place what was typed, and below it a caret where it is wrong
   */
  UsageException(String message, List<String> place) {
    super(message, null, false, false);
    this.place = List.copyOf(place);
  }

  /** What was typed, and where it is wrong; empty if that is plain. */
  List<String> place() {
    return place;
  }
}
