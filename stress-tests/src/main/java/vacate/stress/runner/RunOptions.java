// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * What to run.
 *
 * @param tests in the order of their rows; at least one
 * @param budget how long
 * @param seed from which the seed of each fork is derived
 * @param root directory below which the run makes one of its own; made if missing
 */
public record RunOptions(List<StressTest> tests, Budget budget, long seed, Path root) {
  /** Checks that there is something to run. */
  public RunOptions {
    tests = List.copyOf(tests);
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("no tests");
    }
  }

  /** A seed for who has none; not negative, and short enough to be typed. */
  public static long drawSeed() {
    return new SecureRandom().nextLong() >>> 24;
  }
}
