// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import vacate.slub.SlabFlag;

/** The caches whose flags make the protocol take another way. */
public enum CacheFlavour {
  /** No flags: the CPU's slab is used without a lock, full slabs are on no list. */
  PLAIN("plain", 0),
  /** SLAB_STORE_USER: SlabDebug on every slab, no lockless way, full slabs on the full list. */
  STORE_USER("storeUser", SlabFlag.SLAB_STORE_USER),
  /** SLAB_DESTROY_BY_RCU: a discarded slab's page goes back after a grace period. */
  RCU("rcu", SlabFlag.SLAB_DESTROY_BY_RCU);

  /** As names of scenarios spell it. */
  public final String label;

  /** {@link SlabFlag}s. */
  public final int flags;

  CacheFlavour(String label, int flags) {
    this.label = label;
    this.flags = flags;
  }
}
