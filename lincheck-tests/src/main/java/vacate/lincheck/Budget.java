// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How many runs a scenario gets. Counted, not timed, so that a slow machine sees the same runs. */
public enum Budget {
  /** All scenarios in a few minutes. */
  QUICK(1),
  /** Some tens of minutes. */
  LONG(10),
  /** A night. */
  TOUGH(200);

  private final int factor;

  /** The budget of that name, as in {@code quick}. */
  public static Optional<Budget> named(String name) {
    return Arrays.stream(values())
        .filter(budget -> budget.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  Budget(int factor) {
    this.factor = factor;
  }

  /** Runs for the scenario. */
  public int runs(Trial trial) {
    return runs(trial.runs());
  }

  /** Runs for what gets so many in a quick judgement. */
  public int runs(int quick) {
    return quick * factor;
  }
}
