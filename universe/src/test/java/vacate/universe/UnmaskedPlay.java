// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import vacate.explorer.jcstress.StressTest;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/** A scenario played by a kernel with a place that is {@link Unmasked}. */
public final class UnmaskedPlay extends Play {
  public UnmaskedPlay(String where, String scenario) {
    super(machine -> new Unmasked(machine, where), Scenario.parse(scenario));
  }

  @Override
  public void cpu0(Told told) {
    super.cpu0(told);
  }

  @Override
  public void after(Told told) {
    super.after(told);
  }

  static StressTest test(Unmasked.Where where, String scenario) {
    StressTest posted = new ScenarioQuestion(Revision.POSTED, Scenario.parse(scenario)).test();
    return new StressTest(
            UnmaskedPlay.class.getName(),
            posted.actors(),
            posted.arbiter(),
            null,
            false,
            UnmaskedPlay.class.getName(),
            posted.clauses(),
            null)
        .of(List.of(where.name(), scenario));
  }
}
