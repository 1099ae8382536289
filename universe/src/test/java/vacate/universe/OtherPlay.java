// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import vacate.explorer.jcstress.StressTest;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/** The test of a scenario, played by another class than {@link Play}. */
final class OtherPlay {
  private OtherPlay() {}

  /**
   * @param revision of which the same is asked
   * @param arguments of the other's constructor
   */
  static StressTest test(
      Class<? extends Play> play, Revision revision, String scenario, Object... arguments) {
    StressTest played = new ScenarioQuestion(revision, Scenario.parse(scenario)).test();
    return new StressTest(
            play.getName(),
            played.actors(),
            played.arbiter(),
            null,
            false,
            play.getName(),
            played.clauses(),
            null)
        .of(List.of(arguments));
  }
}
