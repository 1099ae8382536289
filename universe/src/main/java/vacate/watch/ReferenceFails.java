// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;

/**
 * C4, "Return if its freed or being freed", of {@code get_page_unless_zero}. Broken if it gets the
 * reference while {@code discard_slab} is on its way to give the page back. Qualified, only the
 * last reference counts.
 */
final class ReferenceFails implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C4;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (v.reference() == NONE) {
        continue;
      }
      breaches.asked();
      if (trace.g.value(v.reference() - 1) == 0) {
        breaches.broken("get_page_unless_zero takes a reference to a page that is free", true);
      }
      for (Discard d : trace.discards) {
        if (trace.isAnothers(d.start(), v.first())
            && trace.isWhile(v.reference(), d.start(), d.end())) {
          breaches.broken(
              "get_page_unless_zero succeeds while discard_slab is freeing the page", false);
        }
      }
    }
  }
}
