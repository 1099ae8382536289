// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run is about and how much time it may take. The seed of the compiler's randomizers decides
 * what a fork can see, so a test gets several short forks rather than a long one.
 */
public enum TimeBudget {
  /** The {@link Essentials}, one fork in each mode; that takes a few seconds for each defect. */
  QUICK(Duration.ofSeconds(390), 6, 1),
  /** All tests, two forks in each mode. */
  LONG(Duration.ofMinutes(45), 12, 1),
  /** All tests, until the randomizers have had their chance. */
  TOUGH(Duration.ofHours(6), 60, 2);

  /** What it may take at most, unless another time is asked for. */
  public final Duration time;

  /** Forks of a test that shows nothing, where the time suffices. */
  final int forks;

  /** How much longer than its {@link Weight} has it a fork takes samples. */
  final int stretch;

  TimeBudget(Duration time, int forks, int stretch) {
    this.time = time;
    this.forks = forks;
    this.stretch = stretch;
  }

  /** The budget of that name, as in {@code quick}. */
  public static Optional<TimeBudget> named(String name) {
    return Arrays.stream(values()).filter(budget -> budget.toString().equals(name)).findFirst();
  }

  /** Those of the tests that it is about, in their order. */
  public List<HardwareTest> select(List<HardwareTest> tests) {
    return this == QUICK ? Essentials.of(tests) : tests;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
