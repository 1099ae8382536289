// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.time.Duration;
import vacate.stress.runner.fork.ForkSpec;

/**
 * A fork that is due.
 *
 * @param test whose it is
 * @param number of the test's fork, from 0
 * @param spec what it is to do
 */
record Turn(HardwareTest test, int number, ForkSpec spec) {
  /**
   * A soft lockup takes two seconds and there may be a few of them; the rest is for a machine that
   * does other things as well.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Time after which its JVM is taken for dead. */
  Duration limit() {
    return PATIENCE.plusMillis(3L * spec.millis());
  }
}
