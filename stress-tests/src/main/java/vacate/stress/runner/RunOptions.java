// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/**
 * What to run.
 *
 * @param tests in the order of their rows; at least one
 * @param budget how much of each
 * @param limit how long all of it may take
 * @param seed from which the seed of each fork is derived
 * @param root directory below which the run makes one of its own; made if missing
 */
public record RunOptions(
    List<HardwareTest> tests, TimeBudget budget, Duration limit, long seed, Path root) {
  /** Checks that there is something to run, and time to run it. */
  public RunOptions {
    tests = List.copyOf(tests);
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("no tests");
    }
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("no time");
    }
  }

  /** A seed for who has none; not negative, and short enough to be typed. */
  public static long drawSeed() {
    return new SecureRandom().nextLong() >>> 24;
  }
}
