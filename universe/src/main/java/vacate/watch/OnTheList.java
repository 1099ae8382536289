// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.READ;
import static vacate.watch.KernelCall.ADD_FULL;
import static vacate.watch.KernelCall.ADD_PARTIAL;
import static vacate.watch.KernelCall.ADD_PARTIAL_TAIL;
import static vacate.watch.KernelCall.FREEZE_FROM_LIST;
import static vacate.watch.KernelCall.REMOVE_FULL;
import static vacate.watch.KernelCall.REMOVE_PARTIAL;
import static vacate.watch.KernelCall.SHRINK;

import vacate.claim.Claim;
import vacate.scene.CacheFlag;
import vacate.scene.Shape;

/**
 * C13, "Get a page off a list and freeze it. Must be holding slab lock." Broken if {@code
 * freeze_from_list} takes the slab off a list that it is not on, as the last change of its links
 * says that this one sees.
 */
final class OnTheList implements ClaimWatch {
  private enum SlabList {
    PARTIAL,
    FULL,
    NONE
  }

  @Override
  public Claim claim() {
    return Claim.C13;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      for (int e : trace.strand(v.first(), v.last())) {
        if (trace.in(e, FREEZE_FROM_LIST)
            && trace.at(e, PageCell.LRU_NEXT)
            && trace.g.is(e, READ)) {
          SlabList wanted =
              trace.in(e, REMOVE_PARTIAL)
                  ? SlabList.PARTIAL
                  : trace.in(e, REMOVE_FULL) ? SlabList.FULL : null;
          if (wanted != null) {
            breaches.asked();
          }
          if (wanted != null && wanted != list(trace, e)) {
            breaches.broken(
                "freeze_from_list takes the slab off a list that it is not on",
                trace.isLive(v) && trace.lockExcludes());
          }
        }
      }
    }
  }

  /** The list that the slab is on, by the link that an event reads. */
  private static SlabList list(Trace trace, int read) {
    SlabList on = initially(trace);
    for (int write : trace.writes(PageCell.LRU_NEXT)) {
      if (trace.g.place(write) > trace.g.placeOf(read)) {
        break;
      }
      if (trace.changesList(write)) {
        on = after(trace, write);
      }
    }
    return on;
  }

  private static SlabList after(Trace trace, int write) {
    if (trace.in(write, ADD_PARTIAL) || trace.in(write, ADD_PARTIAL_TAIL)) {
      return SlabList.PARTIAL;
    }
    if (trace.in(write, ADD_FULL)) {
      return SlabList.FULL;
    }
    // shrink sorts the partial list; what it deletes from it, it discards
    boolean moves = trace.in(write, SHRINK) && !trace.in(write, KernelCall.FREE_HOT_COLD_PAGE);
    return moves && trace.holdAt(write) == null ? SlabList.PARTIAL : SlabList.NONE;
  }

  private static SlabList initially(Trace trace) {
    Shape shape = trace.scenario.start().shape();
    if (shape == Shape.PARTIAL || shape == Shape.KEPT) {
      return SlabList.PARTIAL;
    }
    boolean tracked = trace.scenario.start().cache().contains(CacheFlag.STORE_USER);
    return shape == Shape.FULL && tracked ? SlabList.FULL : SlabList.NONE;
  }
}
