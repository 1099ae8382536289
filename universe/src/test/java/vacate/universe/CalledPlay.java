// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import vacate.explorer.jcstress.StressTest;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/** A scenario of the corrected protocol, or the posted one, in which each CPU that acts answers. */
public final class CalledPlay extends Play {
  public CalledPlay(String posted, String scenario) {
    super(
        (Boolean.parseBoolean(posted) ? Revision.POSTED : Revision.CORRECTED)::boot,
        Scenario.parse(scenario),
        Scenario::acts);
  }

  @Override
  public void cpu0(Told told) {
    super.cpu0(told);
  }

  @Override
  public void cpu1(Told told) {
    super.cpu1(told);
  }

  @Override
  public void cpu2(Told told) {
    super.cpu2(told);
  }

  @Override
  public void after(Told told) {
    super.after(told);
  }

  static StressTest test(Revision revision, String scenario) {
    String posted = String.valueOf(revision == Revision.POSTED);
    return OtherPlay.test(CalledPlay.class, revision, scenario, posted, scenario);
  }
}
