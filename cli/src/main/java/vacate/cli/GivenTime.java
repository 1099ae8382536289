// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;
import vacate.explorer.WrittenTime;

/** A time on a command line. */
final class GivenTime {
  /** How {@code --help} shows it. */
  static final String EXAMPLES = WrittenTime.EXAMPLES;

  private GivenTime() {}

  /**
   * What is written like {@code 90s}, {@code 10m} or {@code 1h30m}.
   *
   * @throws UsageException if it is not, or is no time at all
   */
  static Duration parse(String option, String text) {
    try {
      return WrittenTime.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + " " + e.getMessage());
    }
  }
}
