// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;
import vacate.mm.PageFlag;

/**
 * C8, "If the PageSlab bit is off then we have already reached the page allocator". Broken wherever
 * vacate finds it off under the lock: it has a reference, with which no page comes there.
 */
final class PageSlabOff implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C8;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (v.pageSlab() != NONE
          && trace.before(v.lock(), v.pageSlab())
          && v.reference() != NONE
          && !Trace.has(trace.g.value(v.pageSlab()), PageFlag.PG_SLAB)) {
        breaches.asked();
        breaches.broken("PageSlab is off, and the page has not reached the page allocator", false);
      }
    }
  }
}
