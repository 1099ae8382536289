// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import vacate.explorer.jcstress.StressTest;
import vacate.mm.Machine;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.slub.Slub;

/** A scenario played by a kernel with a place that is {@link Unmasked}, or {@link Masked}. */
public final class UnmaskedPlay extends Play {
  private static final String MASKED = "MASKED";

  public UnmaskedPlay(String where, String scenario) {
    super(machine -> booted(machine, where), Scenario.parse(scenario));
  }

  private static Slub booted(Machine machine, String where) {
    return where.equals(MASKED) ? new Masked(machine) : new Unmasked(machine, where);
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
  public void after(Told told) {
    super.after(told);
  }

  static StressTest test(Unmasked.Where where, String scenario) {
    return test(where.name(), scenario);
  }

  /** Played by a kernel that is {@link Masked}. */
  static StressTest masked(String scenario) {
    return test(MASKED, scenario);
  }

  private static StressTest test(String where, String scenario) {
    return OtherPlay.test(UnmaskedPlay.class, Revision.POSTED, scenario, where, scenario);
  }
}
