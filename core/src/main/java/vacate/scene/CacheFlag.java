// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Collection;
import vacate.slub.SlabFlag;

/** The flags of a cache that make the protocol take another way. */
public enum CacheFlag {
  /** SlabDebug on every slab, no lockless way, full slabs on the full list. */
  STORE_USER("store_user", SlabFlag.SLAB_STORE_USER),
  /** SlabDebug on every slab, no lockless way. */
  RED_ZONE("red_zone", SlabFlag.SLAB_RED_ZONE),
  /** A discarded slab's page goes back after a grace period. */
  RCU("rcu", SlabFlag.SLAB_DESTROY_BY_RCU);

  /** Its {@link SlabFlag}. */
  public final int bit;

  private final String text;

  CacheFlag(String text, int bit) {
    this.text = text;
    this.bit = bit;
  }

  /** The {@link SlabFlag}s of several. */
  public static int bits(Collection<CacheFlag> flags) {
    int bits = 0;
    for (CacheFlag flag : values()) { // a set has no order
      bits |= flags.contains(flag) ? flag.bit : 0;
    }
    return bits;
  }

  /** As a {@link Scenario} spells it. */
  @Override
  public String toString() {
    return text;
  }
}
