// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How much time a run may take, and how it is divided. The seed of the compiler's randomizers
 * decides what a fork can see, so a test gets many short forks rather than a long one.
 */
public enum Budget {
  /** About six minutes. */
  QUICK(Duration.ofMinutes(6), 8, 1_000),
  /** About half an hour. */
  DEFAULT(Duration.ofMinutes(30), 32, 2_000),
  /** Hours. */
  TOUGH(Duration.ofHours(6), 240, 5_000);

  /** What the start and the end of a fork cost, measured on two 2.5 GHz cores. */
  static final int FORK_OVERHEAD_MILLIS = 350;

  /**
   * A shorter fork would hardly get beyond its warm-up: jcstress takes a test of which one round
   * lasts longer than the sampling for a slow one and makes its rounds tiny, and on a busy machine
   * any round may be that late.
   */
  static final int LEAST_MILLIS = 300;

  /**
   * The time that a whole suite may take; a few tests take less, {@link #forks} and the longest
   * fork bound them.
   */
  public final Duration total;

  /** Forks of a test of which nothing is seen. */
  public final int forks;

  private final int mostMillis;

  Budget(Duration total, int forks, int mostMillis) {
    this.total = total;
    this.forks = forks;
    this.mostMillis = mostMillis;
  }

  /** The budget of that name, as in {@code quick}. */
  public static Optional<Budget> named(String name) {
    return Arrays.stream(values()).filter(budget -> budget.toString().equals(name)).findFirst();
  }

  /** Forks of a test that must be seen, or that has too few samples, while the time lasts. */
  public int forksWithRetries() {
    return 3 * forks;
  }

  /**
   * Time for a fork to take samples, so that all forks of all tests fit into the total.
   *
   * @param tests number of tests, at least 1
   * @param lanes number of forks at the same time, at least 1
   * @return milliseconds, without the fork's start
   */
  public int forkMillis(int tests, int lanes) {
    long share = total.toMillis() * lanes / ((long) tests * forks) - FORK_OVERHEAD_MILLIS;
    return (int) Math.max(LEAST_MILLIS, Math.min(mostMillis, share));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
