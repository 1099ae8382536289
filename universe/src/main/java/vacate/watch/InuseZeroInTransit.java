// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.ADD_PARTIAL_TAIL;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;
import vacate.mm.PageFlag;
import vacate.scene.Shape;

/**
 * C9, "If page-&gt;inuse is zero then we are in SLUB but freeing or allocating the page". Broken if
 * a vacate reads 0 of a slab that is neither new and not yet frozen, nor on its way to {@code
 * discard_slab}: it was empty and kept.
 */
final class InuseZeroInTransit implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C9;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (v.inuse() == NONE || v.frozen() == NONE || trace.g.value(v.inuse()) != 0) {
        continue;
      }
      breaches.asked();
      if (!Trace.has(trace.g.value(v.frozen()), PageFlag.PG_ACTIVE)
          && !isBeingMade(trace, v)
          && !isBeingFreed(trace, v)) {
        breaches.broken("inuse is 0, and nobody frees or allocates the page", !isKept(trace, v));
      }
    }
  }

  private static boolean isBeingMade(Trace trace, VacateCall v) {
    NewSlab slab = InuseBeforePageSlab.seen(trace, v);
    return slab != null && !trace.before(slab.freeze(), v.inuse());
  }

  /** Whether somebody goes on to discard it who has begun in every order that tells this. */
  private static boolean isBeingFreed(Trace trace, VacateCall v) {
    return trace.discards.stream()
        .anyMatch(
            d ->
                trace.isAnothers(d.start(), v.first())
                    && trace.before(callAround(trace, d.start()), v.inuse())
                    && !trace.before(d.end(), v.inuse()));
  }

  /** The first event of the call in which the slab is discarded. */
  private static int callAround(Trace trace, int event) {
    int first = event;
    int start = trace.g.event(trace.g.thread(event), 0);
    for (int e = event - 1; e >= start; e--) {
      if (trace.isAnothers(e, event)) {
        continue;
      }
      if (!isSameCall(trace, e, event)) {
        break;
      }
      first = e;
    }
    return first;
  }

  private static boolean isSameCall(Trace trace, int earlier, int event) {
    for (KernelCall call :
        new KernelCall[] {
          KernelCall.FREE,
          KernelCall.ALLOC,
          KernelCall.SHRINK,
          KernelCall.DESTROY,
          KernelCall.VACATE
        }) {
      if (trace.in(event, call)) {
        return trace.in(earlier, call);
      }
    }
    return false;
  }

  /** Whether an empty slab was put on the partial list, before the actors started or by one. */
  private static boolean isKept(Trace trace, VacateCall v) {
    if (trace.scenario.start().shape() == Shape.KEPT) {
      return true;
    }
    for (int write : trace.writes(PageCell.LRU_NEXT)) {
      if (trace.in(write, ADD_PARTIAL_TAIL)
          && trace.changesList(write)
          && !trace.before(v.inuse(), write)) {
        return true;
      }
    }
    return false;
  }
}
