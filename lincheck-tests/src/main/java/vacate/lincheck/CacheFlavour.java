// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.Set;
import vacate.scene.CacheFlag;

/** The caches in which each pair is tried. */
public enum CacheFlavour {
  /** No flags: the CPU's slab is used without a lock, full slabs are on no list. */
  PLAIN("plain", Set.of()),
  /** SlabDebug on every slab, no lockless way, full slabs on the full list. */
  STORE_USER("storeUser", Set.of(CacheFlag.STORE_USER)),
  /** A discarded slab's page goes back after a grace period. */
  RCU("rcu", Set.of(CacheFlag.RCU));

  /** As names of trials spell it. */
  public final String label;

  public final Set<CacheFlag> flags;

  CacheFlavour(String label, Set<CacheFlag> flags) {
    this.label = label;
    this.flags = flags;
  }
}
