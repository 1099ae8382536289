// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import vacate.scene.Scenario;

/** What exploring said of a defect in a version, under sequential consistency. */
public sealed interface Sighting {
  /**
   * It is there.
   *
   * @param scenario the first that shows it
   * @param outcome how that ends
   * @param executions after how many it was found, complete and blocked
   */
  record Seen(Scenario scenario, String outcome, long executions) implements Sighting {}

  /**
   * It was not seen.
   *
   * @param scenarios how many were asked
   * @param executions of all of them, complete and blocked
   * @param exhausted whether there are no others
   */
  record Unseen(int scenarios, long executions, boolean exhausted) implements Sighting {}

  /**
   * It was not asked for.
   *
   * @param because a few words
   */
  record NotAsked(String because) implements Sighting {}
}
