// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

/** A text is no {@link Scenario}; the message is one line and says why. */
public final class ScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int at;

  ScenarioException(String why, int at) {
    super(why);
    this.at = at;
  }

  /** Where in the text it goes wrong, from 0; its length if something is missing at its end. */
  public int at() {
    return at;
  }
}
