// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.UPDATE;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;

/**
 * C5, "This is necessary to make sure that the page does not vanish from under us". Broken if the
 * count falls to 0, or is set anew, between the two at which vacate takes and drops its reference,
 * in the coherence order of the count; or while the slab is frozen, where that is to keep it.
 */
final class ReferenceKeepsPage implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C5;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (isFrozenWhilePageGoes(trace, v)) {
        breaches.broken("the page goes back while its slab is frozen", trace.lockExcludes());
      }
      if (v.reference() != NONE || isKeptByFrozen(trace, v)) {
        breaches.asked();
      }
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

  /** Whether it is FROZEN that keeps the page, since there is no reference, or not for so long. */
  private static boolean isKeptByFrozen(Trace trace, VacateCall v) {
    return v.passes() && !(v.reference() != NONE && trace.before(v.freeze(), v.put()));
  }

  private static boolean isFrozenWhilePageGoes(Trace trace, VacateCall v) {
    if (!isKeptByFrozen(trace, v)) {
      return false;
    }
    for (int write : trace.writes(PageCell.COUNT)) {
      if ((trace.g.value(write) == 0 || !trace.g.is(write, UPDATE))
          && trace.isWhile(write, v.freeze(), v.unfreeze())) {
        return true;
      }
    }
    return false;
  }
}
