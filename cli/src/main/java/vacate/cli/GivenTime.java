// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time on a command line. */
final class GivenTime {
  /** How a message and {@code --help} show it. */
  static final String EXAMPLES = "90s, 10m or 1h30m";

  private static final Pattern TIME =
      Pattern.compile("(?=\\d)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  private GivenTime() {}

  /**
   * What is written like {@code 90s}, {@code 10m} or {@code 1h30m}.
   *
   * @throws UsageException if it is not, or is no time at all
   */
  static Duration parse(String option, String text) {
    Matcher matcher = TIME.matcher(text);
    Duration time =
        matcher.matches()
            ? Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3)))
            : Duration.ZERO;
    if (time.isZero()) {
      throw new UsageException(option + " " + text + " is no time; as " + EXAMPLES);
    }
    return time;
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
