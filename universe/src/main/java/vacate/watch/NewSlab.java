// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.NEW_SLAB;
import static vacate.watch.Trace.NONE;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Access;
import vacate.mm.PageFlag;

/**
 * {@code new_slab} has made a slab of the contested page.
 *
 * @param writes all that it writes of the page and of what is in it, but for the flags
 * @param pageSlab the store that makes PageSlab visible; {@link Trace#NONE} if it does not come to
 *     that
 * @param last its last event
 * @param freeze the store of {@code __slab_alloc} that sets FROZEN after it, or {@link Trace#NONE}
 */
record NewSlab(List<Integer> writes, int pageSlab, int last, int freeze) {
  static List<NewSlab> all(Trace trace) {
    List<NewSlab> all = new ArrayList<>();
    for (int[] events : trace.strands()) {
      for (int i = 0; i < events.length; i++) {
        if (trace.in(events[i], NEW_SLAB)) {
          int end = i;
          while (end < events.length && trace.in(events[end], NEW_SLAB)) {
            end++;
          }
          NewSlab made = of(trace, events, i, end);
          if (made != null) {
            all.add(made);
          }
          i = end;
        }
      }
    }
    return all;
  }

  private static NewSlab of(Trace trace, int[] events, int from, int to) {
    List<Integer> writes = new ArrayList<>();
    int pageSlab = NONE;
    boolean ofThePage = false;
    for (int i = from; i < to; i++) {
      int event = events[i];
      if (trace.stores(event, PageCell.FLAGS)) {
        if (pageSlab == NONE && Trace.has(trace.g.value(event), PageFlag.PG_SLAB)) {
          pageSlab = event;
        }
      } else if (trace.g.is(event, Access.WRITE) && !trace.g.is(event, Access.UPDATE)) {
        ofThePage |= trace.at(event, PageCell.SLAB);
        writes.add(event);
      }
    }
    if (!ofThePage) {
      return null;
    }
    int freeze = NONE;
    for (int i = to; i < events.length && pageSlab != NONE && freeze == NONE; i++) {
      if (trace.freezes(events[i])) {
        freeze = events[i];
      }
    }
    return new NewSlab(List.copyOf(writes), pageSlab, events[to - 1], freeze);
  }
}
