// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.DISCARD_SLAB;
import static vacate.watch.KernelCall.SHRINK_NODE;
import static vacate.watch.KernelCall.VACATE;
import static vacate.watch.Trace.NONE;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Access;

/**
 * Reads how a slab is moved since 2017: {@code __shrink} locks and freezes it on the partial list,
 * {@code kmem_cache_vacate} calls get and kick, and at the end of {@code __shrink} it is locked
 * once more, thawed, and put back or discarded.
 */
final class Moved {
  private final Trace trace;
  private final int lock;
  private int inuse = NONE;
  private int freeze = NONE;
  private int unlock = NONE;
  private int relock = NONE;
  private int unfreeze = NONE;
  private int end = NONE;
  private int last;

  private Moved(Trace trace, int lock) {
    this.trace = trace;
    this.lock = lock;
    last = lock;
  }

  static List<VacateCall> all(Trace trace) {
    List<VacateCall> all = new ArrayList<>();
    for (int[] strand : trace.strands()) {
      Moved slab = null;
      for (int event : strand) {
        if (!trace.in(event, SHRINK_NODE)) {
          continue;
        }
        boolean takes = trace.takesLock(event) && !trace.in(event, VACATE);
        if (takes && (slab == null || slab.freeze == NONE || slab.unfreeze != NONE)) {
          if (slab != null) {
            all.add(slab.call());
          }
          slab = new Moved(trace, event);
        } else if (slab != null) {
          slab.read(event, takes);
        }
      }
      if (slab != null) {
        all.add(slab.call());
      }
    }
    return all;
  }

  private VacateCall call() {
    return new VacateCall(
        lock, NONE, lock, NONE, NONE, inuse, freeze, unlock, relock, unfreeze, NONE, end, last);
  }

  private void read(int event, boolean takes) {
    last = event;
    if (trace.in(event, VACATE) || trace.in(event, DISCARD_SLAB)) {
      return;
    }
    if (takes) {
      relock = event;
    } else if (freeze == NONE && trace.at(event, PageCell.COUNTERS)) {
      if (trace.freezes(event)) {
        freeze = event;
      } else if (trace.g.is(event, Access.READ) && !trace.g.is(event, Access.UPDATE)) {
        inuse = event;
      }
    } else if (relock != NONE && trace.thaws(event)) {
      unfreeze = event;
    }
    if (trace.dropsLock(event)) {
      unlock = freeze != NONE && unlock == NONE ? event : unlock;
      end = relock != NONE ? event : NONE;
    }
  }
}
