// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Collection;
import java.util.Locale;
import vacate.slub.SlabFlag;

/** The flags of a cache that make the protocol take another way. */
public enum CacheFlag {
  /** SlabDebug on every slab, no lockless way, full slabs on the full list. */
  STORE_USER(SlabFlag.SLAB_STORE_USER),
  /** SlabDebug on every slab, no lockless way. */
  RED_ZONE(SlabFlag.SLAB_RED_ZONE),
  /** A discarded slab's page goes back after a grace period. */
  RCU(SlabFlag.SLAB_DESTROY_BY_RCU);

  /** Its {@link SlabFlag}. */
  public final int bit;

  CacheFlag(int bit) {
    this.bit = bit;
  }

  /** The {@link SlabFlag}s of several. */
  public static int bits(Collection<CacheFlag> flags) {
    return flags.stream().mapToInt(flag -> flag.bit).reduce(0, (some, more) -> some | more);
  }

  /** As a {@link Scenario} spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
