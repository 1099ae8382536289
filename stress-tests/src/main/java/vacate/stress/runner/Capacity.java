// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.Map;

/**
 * What a machine can do at the moment, measured.
 *
 * @param topology its processors
 * @param spare how many of them other work leaves to us, from 0 to all
 * @param raced the share of the samples of Dekker's test in which both actors were at it at once,
 *     from 0 to 1; without any of them this machine shows no race
 * @param speeds how fast it takes samples of each weight
 */
public record Capacity(Topology topology, double spare, double raced, Map<Weight, Speed> speeds) {
  /**
   * How fast samples are taken.
   *
   * @param perMilli samples in a millisecond of a fork's sampling
   * @param overheadMillis what a fork takes beyond its sampling
   */
  public record Speed(double perMilli, int overheadMillis) {}

  /** Where four actors take turns on two processors, so much fewer samples come of it. */
  private static final int SHARED = 4;

  public Capacity {
    speeds = Map.copyOf(speeds);
  }

  /** Cores that we may fill at the same time; at least one. */
  int capacity() {
    double left = Math.min(1, spare / topology.cpus());
    return (int) Math.max(1, Math.round(topology.cores() * left));
  }

  /** Cores that a test takes of them; one that wants more than there are runs alone. */
  int coresFor(HardwareTest test) {
    return Math.min(topology.coresFor(test.actors()), capacity());
  }

  Speed speed(HardwareTest test) {
    Speed speed = speeds.get(Weight.of(test));
    return topology.isShared(test.actors())
        ? new Speed(speed.perMilli / SHARED, speed.overheadMillis)
        : speed;
  }
}
