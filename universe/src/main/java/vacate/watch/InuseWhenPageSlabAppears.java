// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;
import vacate.mm.PageFlag;
import vacate.scene.CacheFlag;

/**
 * C3, "page-&gt;inuse must be 0 when PageSlab(page) becomes true so that defrag knows that this
 * slab is not in use". Broken if a vacate sees PageSlab of a new slab and no FROZEN yet, and reads
 * another inuse.
 */
final class InuseWhenPageSlabAppears implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C3;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      NewSlab slab = InuseBeforePageSlab.seen(trace, v);
      if (slab == null
          || v.inuse() == NONE
          || v.frozen() == NONE
          || Trace.has(trace.g.value(v.frozen()), PageFlag.PG_ACTIVE)) {
        continue;
      }
      breaches.asked();
      if (trace.g.value(v.inuse()) == 0) {
        continue;
      }
      boolean used = slab.freeze() != NONE;
      int seen = trace.g.placeOf(v.frozen());
      if (seen >= trace.g.place(slab.pageSlab())
          && (!used || seen < trace.g.place(slab.freeze()))) {
        breaches.broken(
            "vacate sees PageSlab, no FROZEN yet, and an inuse that is not 0",
            used && !hasDebugging(trace));
      }
    }
  }

  private static boolean hasDebugging(Trace trace) {
    return trace.scenario.start().cache().contains(CacheFlag.STORE_USER)
        || trace.scenario.start().cache().contains(CacheFlag.RED_ZONE);
  }
}
