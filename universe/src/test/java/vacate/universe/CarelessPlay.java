// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import vacate.explorer.jcstress.StressTest;
import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Corrected;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.slub.KmemCache;

/** A scenario played by a kernel that gives a CPU a slab without looking whether it has one. */
public final class CarelessPlay extends Play {
  public CarelessPlay(String scenario) {
    super(Careless::new, Scenario.parse(scenario));
  }

  private static final class Careless extends Corrected {
    Careless(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean cpuSlabAppeared(Cpu cpu, KmemCache s, Page fresh, Page own) {
      return false;
    }
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

  static StressTest test(String scenario) {
    return OtherPlay.test(CarelessPlay.class, Revision.CORRECTED, scenario, scenario);
  }
}
