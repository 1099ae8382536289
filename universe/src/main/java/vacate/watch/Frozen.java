// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.SLAB_UNLOCK;

import vacate.explorer.graph.Access;
import vacate.history.Approach;
import vacate.mm.PageFlag;

/**
 * FROZEN of the contested page: a flag, which is written of its own or with what gives the slab
 * lock back; or, since 2017, a bit of the counters.
 */
final class Frozen {
  private final Trace trace;
  private final boolean isCounted;

  Frozen(Trace trace, Approach approach) {
    this.trace = trace;
    isCounted = approach == Approach.BY_COUNTERS;
  }

  /** Where it is. */
  PageCell cell() {
    return isCounted ? PageCell.COUNTERS : PageCell.FLAGS;
  }

  /** Whether it is set in what the cell holds. */
  boolean isIn(long value) {
    return isCounted ? Counters.isFrozen(value) : Trace.has(value, PageFlag.PG_ACTIVE);
  }

  /** Whether an event is the write that sets it. */
  boolean isSetBy(int event) {
    return isWritten(event, KernelCall.SET_FROZEN) && isIn(trace.g.value(event));
  }

  /** Whether an event is the write that clears it. */
  boolean isClearedBy(int event) {
    return isWritten(event, KernelCall.CLEAR_FROZEN) && !isIn(trace.g.value(event));
  }

  private boolean isWritten(int event, KernelCall own) {
    if (!trace.writes(event, cell())) {
      return false;
    }
    if (isCounted) {
      return isIn(trace.g.value(event)) != isIn(trace.overwritten(event));
    }
    return trace.in(event, own)
        || isWholeUnlock(event) && isIn(trace.g.value(event)) != isIn(taken(event));
  }

  /** Whether it gives the lock back by a store of all flags, as its holder has them. */
  private boolean isWholeUnlock(int event) {
    return trace.in(event, SLAB_UNLOCK) && !trace.g.is(event, Access.UPDATE);
  }

  /** The flags with which the strand of an event has taken the lock last. */
  private long taken(int event) {
    int start = trace.g.event(trace.g.thread(event), 0);
    for (int e = event; e >= start; e--) {
      if (!trace.isAnothers(e, event) && trace.takesLock(e)) {
        return trace.g.value(e);
      }
    }
    return trace.g.value(event);
  }
}
