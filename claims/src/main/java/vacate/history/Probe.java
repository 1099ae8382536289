// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import java.util.regex.Pattern;
import vacate.scene.Scenario;

/**
 * A scenario, and how it ends where a defect shows.
 *
 * @param outcome of the whole outcome, a regular expression
 * @param alone whether it is too large to be explored for more than this
 */
public record Probe(Scenario scenario, Pattern outcome, boolean alone) {
  /**
   * @throws IllegalArgumentException if that is no scenario, or no regular expression
   */
  public Probe(String scenario, String outcome) {
    this(Scenario.parse(scenario), Pattern.compile(outcome), false);
  }

  /** Of a scenario that is too large to be explored for more than this. */
  static Probe alone(String scenario, String outcome) {
    return new Probe(Scenario.parse(scenario), Pattern.compile(outcome), true);
  }
}
