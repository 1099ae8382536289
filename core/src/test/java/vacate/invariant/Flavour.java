// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.ArrayList;
import java.util.List;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;

/** What kind of cache: its flags, whether its slabs are compound pages, whether it constructs. */
record Flavour(int flags, int order, boolean constructed) {
  static List<Flavour> all() {
    int all = SlabFlag.SLAB_STORE_USER | SlabFlag.SLAB_RED_ZONE | SlabFlag.SLAB_POISON;
    List<Flavour> flavours = new ArrayList<>();
    for (int flags :
        new int[] {
          0,
          SlabFlag.SLAB_DEBUG_FREE,
          SlabFlag.SLAB_TRACE,
          SlabFlag.SLAB_RED_ZONE,
          SlabFlag.SLAB_POISON,
          SlabFlag.SLAB_STORE_USER,
          all
        }) {
      flavours.add(new Flavour(flags, 0, false));
      flavours.add(new Flavour(flags, 0, true));
      flavours.add(new Flavour(flags | SlabFlag.SLAB_DESTROY_BY_RCU, 0, false));
    }
    flavours.add(new Flavour(0, 1, false));
    flavours.add(new Flavour(all | SlabFlag.SLAB_DESTROY_BY_RCU, 1, true));
    return flavours;
  }

  KmemCache cache(World world) {
    return world.cache(order, flags, constructed ? (memory, object) -> {} : null);
  }
}
