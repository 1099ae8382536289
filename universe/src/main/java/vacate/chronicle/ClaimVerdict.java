// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import vacate.scene.Scenario;

/** What the scenarios of the bound come to for a claim in a version, under a model. */
public sealed interface ClaimVerdict {
  /**
   * It holds in every execution of each.
   *
   * @param scenarios in how many there is something for it to be about
   */
  record Holds(int scenarios) implements ClaimVerdict {}

  /**
   * It was not seen to break, and not every execution was visited.
   *
   * @param scenarios in how many there is something for it to be about
   * @param cut of how many scenarios not every execution was visited
   */
  record NotSeen(int scenarios, int cut) implements ClaimVerdict {}

  /**
   * It breaks.
   *
   * @param scenarios in how many
   * @param qualified in how many of them with the condition that was to save it, too
   * @param of in how many there is something for it to be about
   * @param first of those in which it breaks
   */
  record Breaks(int scenarios, int qualified, int of, Scenario first) implements ClaimVerdict {}

  /**
   * There is nothing that it could be about.
   *
   * @param because why, a few words
   */
  record NotMade(String because) implements ClaimVerdict {}
}
