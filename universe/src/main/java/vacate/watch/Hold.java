// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.List;

/**
 * Who has the slab lock.
 *
 * @param take the write that takes it
 * @param drop the write that gives it back; {@link Trace#NONE} if none does
 */
record Hold(int take, int drop) {
  static void of(Trace trace, int[] strand, List<Hold> holds) {
    int take = Trace.NONE;
    for (int event : strand) {
      if (trace.takesLock(event)) {
        take = event;
      } else if (take != Trace.NONE && trace.dropsLock(event)) {
        holds.add(new Hold(take, event));
        take = Trace.NONE;
      }
    }
    if (take != Trace.NONE) {
      holds.add(new Hold(take, Trace.NONE));
    }
  }

  /** Whether an event of its strand is in it. */
  boolean includes(Trace trace, int event) {
    return !trace.isAnothers(event, take) && event > take && (drop == Trace.NONE || event <= drop);
  }
}
