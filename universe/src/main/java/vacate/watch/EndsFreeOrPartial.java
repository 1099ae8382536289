// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.ADD_PARTIAL;
import static vacate.watch.KernelCall.ADD_PARTIAL_TAIL;
import static vacate.watch.KernelCall.CORE_VACATE;
import static vacate.watch.KernelCall.DISCARD_SLAB;
import static vacate.watch.KernelCall.RECLAIM;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;
import vacate.explorer.graph.Access;

/**
 * C16, "At the end the slab will either be freed or returned to the partial lists". Broken if
 * {@code __kmem_cache_vacate} comes to its end without one of the two; qualified, though not all of
 * its objects were in use then, two never held the lock, and the cache was there.
 */
final class EndsFreeOrPartial implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C16;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (v.relock() == NONE || v.end() == NONE) {
        continue;
      }
      breaches.asked();
      boolean ends = false;
      long inuse = 0;
      for (int e : trace.strand(v.relock(), v.last())) {
        if (trace.in(e, CORE_VACATE) || trace.in(e, RECLAIM) || trace.isByCounters()) {
          ends |= trace.in(e, DISCARD_SLAB) || isPutBack(trace, e);
          if (trace.at(e, PageCell.INUSE) && trace.g.is(e, Access.READ)) {
            inuse = trace.g.value(e);
          } else if (trace.at(e, PageCell.COUNTERS) && trace.g.is(e, Access.READ)) {
            inuse = Counters.inuse(trace.g.value(e));
          }
        }
      }
      if (!ends) {
        breaches.broken(
            "vacate neither frees the slab nor puts it on the partial list",
            inuse != trace.scenario.start().perSlab()
                && trace.lockExcludes()
                && trace.cacheOutlives(v));
      }
    }
  }

  /** Since 2017 shrink does that itself, under the slab lock. */
  private static boolean isPutBack(Trace trace, int event) {
    return trace.isByCounters()
        ? trace.changesList(event) && trace.holdAt(event) != null
        : trace.in(event, ADD_PARTIAL) || trace.in(event, ADD_PARTIAL_TAIL);
  }
}
