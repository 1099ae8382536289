// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;
import static vacate.watch.KernelCall.ALLOC;
import static vacate.watch.KernelCall.FREE;
import static vacate.watch.KernelCall.GET;
import static vacate.watch.KernelCall.NEW_SLAB;
import static vacate.watch.KernelCall.SLAB_ALLOC;

import vacate.claim.Claim;
import vacate.explorer.execution.Location;
import vacate.explorer.graph.Graph;

/**
 * C17, "SLUB guarantees that the objects are still allocated", of what get is called with. Broken
 * if get meets an object that nobody has, and that is neither about to be given to its owner nor on
 * its way back: its last free was over before the slab was locked, or get is called behind the
 * unlock and it was over by then, or it never was allocated.
 */
final class AllocatedAtGet implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C17;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      for (int e : trace.strand(v.first(), v.last())) {
        if (trace.in(e, GET)) {
          breaches.asked();
        }
        if (isRefused(trace, e) && !isOnItsWay(trace, e)) {
          breaches.broken(
              "get is given an object that is free", !isLost(trace) && trace.cacheOutlives(v));
        }
      }
    }
  }

  /** Whether get looks for an object's owner, and finds none. */
  private static boolean isRefused(Trace trace, int event) {
    return trace.in(event, GET)
        && trace.g.is(event, READ | UPDATE)
        && trace.location(event) instanceof Location.Element
        && trace.g.value(event) == 0
        && !isFirstHalf(trace, event);
  }

  private static boolean isFirstHalf(Trace trace, int event) {
    int next = trace.g.index(event) + 1;
    return next < trace.g.length(trace.g.thread(event))
        && trace.g.is(event + 1, UPDATE | WRITE)
        && trace.g.location(event + 1) == trace.g.location(event);
  }

  private static boolean isOnItsWay(Trace trace, int look) {
    int source = trace.g.source(look);
    if (source != Graph.INIT && trace.isAnothers(source, look)) {
      int back = lastOfFreeBehind(trace, source);
      if (!trace.before(back, keptFrom(trace, look))) {
        return true;
      }
    }
    int l = trace.g.location(look);
    for (int k = trace.g.placeOf(look) + 1; k < trace.g.writes(l); k++) {
      int given = trace.g.write(l, k);
      if (trace.g.value(given) != 0 && !trace.before(look, firstOfAllocBefore(trace, given))) {
        return true;
      }
    }
    return false;
  }

  /**
   * From when on it is promised: from when the slab was locked; without its lock, or with one that
   * no free takes, when get is called.
   */
  private static int keptFrom(Trace trace, int look) {
    Hold hold = trace.isByCounters() ? null : trace.holdAt(look);
    return hold == null ? look : hold.take();
  }

  /** Since 2017 a free is over with its change of a freelist, and no lock is given back. */
  private static boolean isOver(Trace trace, int event) {
    return !trace.isByCounters()
        || trace.at(event, PageCell.COUNTERS)
        || trace.at(event, PageCell.LOCKLESS_FREELIST);
  }

  /** The last event of the free that follows the taking of an object; of itself if it has none. */
  private static int lastOfFreeBehind(Trace trace, int take) {
    int last = take;
    boolean began = false;
    int end = trace.g.event(trace.g.thread(take), trace.g.length(trace.g.thread(take)) - 1);
    for (int e = take + 1; e <= end; e++) {
      if (trace.isAnothers(e, take)) {
        continue;
      }
      if (trace.in(e, FREE)) {
        last = isOver(trace, e) ? e : last;
        began = true;
      } else if (began) {
        break;
      }
    }
    return last;
  }

  /** The first event of the allocation whose object then gets its owner. */
  private static int firstOfAllocBefore(Trace trace, int publication) {
    int first = publication;
    boolean began = false;
    int start = trace.g.event(trace.g.thread(publication), 0);
    for (int e = publication - 1; e >= start; e--) {
      if (trace.isAnothers(e, publication)) {
        continue;
      }
      if (trace.in(e, ALLOC)) {
        first = e;
        began = true;
      } else if (began) {
        break;
      }
    }
    return first;
  }

  /** Whether a CPU has overwritten a lockless_freelist on which there were objects. */
  private static boolean isLost(Trace trace) {
    for (int write : trace.writes(PageCell.LOCKLESS_FREELIST)) {
      if (trace.in(write, SLAB_ALLOC)
          && !trace.in(write, NEW_SLAB)
          && !trace.in(write, KernelCall.DEACTIVATE_SLAB)
          && trace.overwritten(write) != 0) {
        return true;
      }
    }
    return false;
  }
}
