// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.stream.Stream;
import vacate.stress.control.DekkerPlain;
import vacate.stress.protocol.P06_FreeVacateLast;

/** How much a sample of a test costs: two sorts are told apart, a thousandfold. */
public enum Weight {
  /** A few accesses. */
  LIGHT(300, DekkerPlain.class),
  /** Whole operations of the allocator. */
  HEAVY(900, P06_FreeVacateLast.Corrected.class);

  private static final String[] LIGHT_PACKAGES = {".control.", ".slice.", ".litmus."};

  /**
   * How long a fork takes samples at least, in milliseconds: long enough to have them taken by
   * compiled code. A heavy test needs half a second for that on two 2.5 GHz cores.
   */
  final int millis;

  /** The test of that weight by which a machine's speed is measured. */
  final String sensor;

  Weight(int millis, Class<?> sensor) {
    this.millis = millis;
    this.sensor = sensor.getCanonicalName();
  }

  static Weight of(HardwareTest test) {
    return Stream.of(LIGHT_PACKAGES).anyMatch(test.name()::contains) ? LIGHT : HEAVY;
  }
}
