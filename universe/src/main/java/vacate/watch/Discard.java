// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.DISCARD_SLAB;
import static vacate.watch.KernelCall.FREE_SLAB;
import static vacate.watch.Trace.NONE;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code discard_slab} unmakes the slab of the contested page.
 *
 * @param start its first event
 * @param unmade the last event of it that is about the slab, before the page is given back
 * @param end the page is given back: the count is dropped, after a grace period maybe; {@link
 *     Trace#NONE} if that does not come
 */
record Discard(int start, int unmade, int end) {
  static List<Discard> all(Trace trace) {
    List<Discard> all = new ArrayList<>();
    for (int[] events : trace.strands()) {
      for (int i = 0; i < events.length; i++) {
        if (!trace.in(events[i], DISCARD_SLAB)) {
          continue;
        }
        int end = i;
        boolean ofThePage = false;
        while (end < events.length && trace.in(events[end], DISCARD_SLAB)) {
          ofThePage |= trace.writes(events[end], PageCell.INUSE);
          end++;
        }
        if (ofThePage) {
          int given = NONE;
          for (int k = i; k < events.length && given == NONE; k++) {
            if (trace.writes(events[k], PageCell.COUNT) && trace.in(events[k], FREE_SLAB)) {
              given = events[k];
            }
          }
          all.add(new Discard(events[i], events[end - 1], given));
        }
        i = end;
      }
    }
    return all;
  }
}
