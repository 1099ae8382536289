// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

/** How many runs a scenario gets. Counted, not timed, so that a slow machine sees the same runs. */
public enum Budget {
  /** All scenarios in a few minutes. */
  QUICK(1),
  /** Some tens of minutes. */
  DEFAULT(10),
  /** A night. */
  TOUGH(200);

  private final int factor;

  Budget(int factor) {
    this.factor = factor;
  }

  /** Runs for the scenario. */
  public int runs(Scenario scenario) {
    return scenario.runs() * factor;
  }
}
