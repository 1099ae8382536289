// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.DISCARD_SLAB;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;

/**
 * C15, "The slab is frozen so it cannot vanish from under us nor will allocations be performed on
 * the slab. However, unlocking the slab will allow concurrent slab_frees to proceed." Broken if,
 * between unlock and relock, another thread discards the slab, lets inuse rise, or allocates from
 * its lockless_freelist.
 */
final class FrozenOnlyShrinks implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C15;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      if (v.unlock() == NONE) {
        continue;
      }
      breaches.asked();
      for (int[] strand : trace.strands()) {
        for (int event : strand) {
          if (!trace.isAnothers(event, v.lock())) {
            continue;
          }
          String how = how(trace, event);
          if (how != null && trace.isWhile(event, v.unlock(), v.relock())) {
            breaches.broken(how, trace.isLive(v) && trace.lockExcludes());
          }
        }
      }
    }
  }

  private static String how(Trace trace, int event) {
    if (trace.in(event, DISCARD_SLAB)
        && (trace.writes(event, PageCell.INUSE) || trace.stores(event, PageCell.FLAGS))) {
      return "the frozen slab is discarded between unlock and relock";
    }
    if (trace.writes(event, PageCell.INUSE) && trace.g.value(event) > trace.overwritten(event)) {
      return "inuse of the frozen slab rises between unlock and relock";
    }
    if (trace.writes(event, PageCell.COUNTERS)
        && Counters.inuse(trace.g.value(event)) > Counters.inuse(trace.overwritten(event))) {
      return "inuse of the frozen slab rises between unlock and relock";
    }
    return trace.writes(event, PageCell.LOCKLESS_FREELIST)
        ? "a CPU allocates from the frozen slab between unlock and relock"
        : null;
  }
}
