// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.DISCARD_SLAB;
import static vacate.watch.KernelCall.GET;
import static vacate.watch.KernelCall.GET_PAGE_UNLESS_ZERO;
import static vacate.watch.KernelCall.ISOLATE;
import static vacate.watch.KernelCall.IS_FROZEN;
import static vacate.watch.KernelCall.IS_SLAB;
import static vacate.watch.KernelCall.KICK;
import static vacate.watch.KernelCall.PUT_PAGE;
import static vacate.watch.KernelCall.RECLAIM;
import static vacate.watch.KernelCall.SHRINK_NODE;
import static vacate.watch.KernelCall.SLAB_LOCK;
import static vacate.watch.Trace.NONE;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Access;

/**
 * Reads how a slab is collected, by {@code kmem_cache_isolate_slab} or by {@code
 * __kmem_cache_shrink} from the partial list, and then vacated by {@code kmem_cache_reclaim}.
 */
final class Collected {
  private final Trace trace;
  private final int first;
  private int reference = NONE;
  private int lock = NONE;

  /** The first looks are made before the lock is taken. */
  private int pageSlab = NONE;

  private int frozen = NONE;
  private int inuse = NONE;
  private int freeze = NONE;
  private int unlock = NONE;
  private int relock = NONE;
  private int unfreeze = NONE;
  private int put = NONE;
  private int end = NONE;
  private int last;

  private Collected(Trace trace, int first) {
    this.trace = trace;
    this.first = first;
  }

  static List<VacateCall> all(Trace trace) {
    List<VacateCall> all = new ArrayList<>();
    for (int[] strand : trace.strands()) {
      Collected slab = null;
      boolean isolating = false;
      for (int event : strand) {
        boolean isolates = trace.in(event, ISOLATE);
        if (isolates && !isolating || isMet(trace, event)) {
          if (slab != null) {
            all.add(slab.call());
          }
          slab = new Collected(trace, event);
        }
        isolating = isolates;
        if (slab != null
            && (isolates || trace.in(event, SHRINK_NODE) || trace.in(event, RECLAIM))) {
          slab.read(event);
        }
      }
      if (slab != null) {
        all.add(slab.call());
      }
    }
    return all;
  }

  /** Whether shrink locks the slab on the list. */
  private static boolean isMet(Trace trace, int event) {
    return trace.in(event, SHRINK_NODE) && !trace.in(event, RECLAIM) && trace.takesLock(event);
  }

  private VacateCall call() {
    return new VacateCall(
        first, reference, lock, pageSlab, frozen, inuse, freeze, unlock, relock, unfreeze, put, end,
        last);
  }

  private void read(int event) {
    last = event;
    if (trace.in(event, KICK) || trace.in(event, GET) || trace.in(event, DISCARD_SLAB)) {
      return;
    }
    if (trace.writes(event, PageCell.COUNT)) {
      if (trace.in(event, GET_PAGE_UNLESS_ZERO)) {
        reference = event;
      } else if (trace.in(event, PUT_PAGE) && put == NONE) {
        put = event; // what comes behind it makes the page a free one
      }
    }
    if (trace.takesLock(event)) {
      if (lock == NONE) {
        lock = event;
      } else {
        relock = event;
        end = NONE;
      }
    } else if (freeze == NONE && trace.g.is(event, Access.READ)) {
      look(event);
    }
    if (freeze == NONE && trace.freezes(event)) {
      freeze = event;
    }
    if (trace.dropsLock(event)) {
      unlock = freeze != NONE && unlock == NONE ? event : unlock;
      end = relock != NONE ? event : NONE;
    }
    if (relock != NONE && trace.thaws(event)) {
      unfreeze = event;
    }
  }

  /** The last look before it is frozen: under the lock, unless it is not made anew there. */
  private void look(int event) {
    if (trace.in(event, PUT_PAGE)
        || trace.in(event, GET_PAGE_UNLESS_ZERO)
        || trace.in(event, SLAB_LOCK)) {
      return;
    }
    if (trace.at(event, PageCell.INUSE)) {
      inuse = event;
    } else if (trace.at(event, PageCell.FLAGS) && lock == NONE) {
      pageSlab = event;
      frozen = event;
    } else if (trace.at(event, PageCell.FLAGS) && trace.in(event, IS_SLAB)) {
      pageSlab = event;
    } else if (trace.at(event, PageCell.FLAGS) && trace.in(event, IS_FROZEN)) {
      frozen = event;
    }
  }
}
