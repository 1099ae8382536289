// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.STORE_STORE;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;

/**
 * C6, "The implicit memory barrier in slab_lock guarantees that page-&gt;inuse is loaded after
 * PageSlab(page) has been established to be true". Broken if vacate has seen PageSlab and reads an
 * inuse from before, though {@code new_slab} has kept its own two stores in order.
 */
final class LockOrdersLoads implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C6;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      NewSlab slab = v.inuse() == NONE ? null : InuseBeforePageSlab.seen(trace, v);
      if (slab != null) {
        breaches.asked();
      }
      if (slab != null
          && InuseBeforePageSlab.isOlder(trace, v.inuse(), slab)
          && isInOrder(trace, slab)) {
        breaches.broken("vacate loads inuse before it has seen PageSlab", true);
      }
    }
  }

  private static boolean isInOrder(Trace trace, NewSlab slab) {
    for (int write : slab.writes()) {
      if (trace.at(write, PageCell.INUSE)) {
        for (int e = write + 1; e < slab.pageSlab(); e++) {
          if (trace.g.is(e, FENCE) && (trace.g.access(e) & (STORE_STORE | RELEASE)) != 0) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
