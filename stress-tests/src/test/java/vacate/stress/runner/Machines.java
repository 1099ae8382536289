// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.Map;
import vacate.stress.runner.Capacity.Speed;

/** Machines that are made up. The speeds are those of two 2.5 GHz cores, quiet and busy. */
final class Machines {
  static final Map<Weight, Speed> FAST =
      Map.of(Weight.LIGHT, new Speed(5_000, 350), Weight.HEAVY, new Speed(150, 450));

  /** Fifteen others wanted the processors. */
  static final Map<Weight, Speed> SLOW =
      Map.of(Weight.LIGHT, new Speed(40, 1_200), Weight.HEAVY, new Speed(4, 1_400));

  private Machines() {}

  static Capacity quiet(int cores, int cpus) {
    return new Capacity(new Topology(cores, cpus), cpus, 0.2, FAST);
  }

  static Capacity busy(int cores, int cpus, double spare) {
    return new Capacity(new Topology(cores, cpus), spare, 0.02, SLOW);
  }
}
