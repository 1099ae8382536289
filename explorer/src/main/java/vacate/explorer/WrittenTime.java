// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something may take, as a person writes it. */
public final class WrittenTime {
  /** How messages and help texts show it. */
  public static final String EXAMPLES = "90s, 10m or 1h30m";

  private static final Pattern TIME =
      Pattern.compile("(?=\\d)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  private WrittenTime() {}

  /**
   * What is written like {@code 90s}, {@code 10m} or {@code 1h30m}.
   *
   * @throws IllegalArgumentException if it is not, or is no time at all
   */
  public static Duration parse(String text) {
    Matcher matcher = TIME.matcher(text);
    Duration time =
        matcher.matches()
            ? Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3)))
            : Duration.ZERO;
    if (time.isZero()) {
      throw new IllegalArgumentException(text + " is no time; as " + EXAMPLES);
    }
    return time;
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
