// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.UPDATE;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;

/**
 * C5, "This is necessary to make sure that the page does not vanish from under us". Broken if the
 * count falls to 0, or is set anew, between the two at which vacate takes and drops its reference,
 * in the coherence order of the count.
 */
final class ReferenceKeepsPage implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C5;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (v.reference() == NONE) {
        continue;
      }
      int end = v.put() == NONE ? Integer.MAX_VALUE : trace.g.place(v.put());
      for (int write : trace.writes(PageCell.COUNT)) {
        if (trace.g.place(write) > trace.g.place(v.reference())
            && trace.g.place(write) < end
            && (trace.g.value(write) == 0 || !trace.g.is(write, UPDATE))) {
          breaches.broken(
              "the page goes back while vacate has a reference to it", trace.lockExcludes());
        }
      }
    }
  }
}
