// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;
import vacate.mm.Page;

/**
 * C1, "A valid slab that can be freed has PageSlab(page) and page-&gt;inuse &gt; 0 set", by which
 * vacate goes on under the lock. Broken if what it took for objects in use is the mapcount, or if
 * the slab is unmade while vacate has it locked.
 */
final class ValidSlab implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C1;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (!v.passes()) {
        continue;
      }
      breaches.asked();
      if (v.inuse() != NONE && trace.g.value(v.inuse()) == Page.MAPCOUNT_RESET) {
        breaches.broken("vacate takes the reset mapcount for objects in use", false);
      }
      for (Discard d : trace.discards) {
        if (trace.isAnothers(d.start(), v.first())
            && !trace.before(v.unlock() == NONE ? v.last() : v.unlock(), d.start())
            && !trace.before(d.end(), v.lock())) {
          breaches.broken("vacate goes on with a slab that discard_slab is unmaking", false);
        }
      }
    }
  }
}
