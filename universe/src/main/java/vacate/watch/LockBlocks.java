// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.DESTROY;
import static vacate.watch.KernelCall.SHRINK;
import static vacate.watch.KernelCall.VACATE;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;

/**
 * C12, "We are holding a lock on a slab page and all operations on the slab are blocking". Broken
 * if, while a vacate holds the lock, another thread writes freelist, inuse or (but for the lock)
 * the flags, or changes the list that the slab is on.
 */
final class LockBlocks implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C12;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (Hold hold : trace.holds) {
      if (!isVacates(trace, hold.take()) || trace.in(hold.take(), KernelCall.KICK)) {
        continue;
      }
      breaches.asked();
      for (int[] strand : trace.strands()) {
        for (int event : strand) {
          if (!trace.isAnothers(event, hold.take())) {
            continue;
          }
          if (isChange(trace, event) && isIn(trace, event, hold)) {
            breaches.broken(
                "another changes the slab while vacate holds its lock",
                !trace.in(event, SHRINK) && !trace.in(event, DESTROY));
          }
        }
      }
    }
  }

  private static boolean isVacates(Trace trace, int take) {
    return trace.in(take, VACATE) || trace.vacates.stream().anyMatch(v -> v.lock() == take);
  }

  private static boolean isChange(Trace trace, int event) {
    return trace.writes(event, PageCell.FREELIST)
        || trace.writes(event, PageCell.COUNTERS)
        || trace.writes(event, PageCell.INUSE)
        || trace.stores(event, PageCell.FLAGS)
        || trace.freezes(event)
        || trace.thaws(event)
        || trace.changesList(event);
  }

  /** Of the flags, the lock's own word, coherence says. */
  static boolean isIn(Trace trace, int write, Hold hold) {
    if (trace.at(write, PageCell.FLAGS)) {
      return trace.g.place(write) > trace.g.place(hold.take())
          && (hold.drop() == NONE || trace.g.place(write) < trace.g.place(hold.drop()));
    }
    return trace.isWhile(write, hold.take(), hold.drop());
  }
}
