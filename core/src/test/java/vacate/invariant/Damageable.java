// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.List;
import vacate.mm.Machine;

/** A machine at rest whose memory can be written to. */
interface Damageable {
  Machine machine();

  List<Blueprint> caches();

  /** What is wrong with it now. */
  List<Damage> damage();

  /** All that can be written to, the memory of caches that are gone included. */
  List<Cell> cells();
}
