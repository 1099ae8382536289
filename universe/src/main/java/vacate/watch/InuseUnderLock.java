// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import vacate.claim.Claim;
import vacate.mm.PageFlag;

/**
 * C10, "page-&gt;inuse is never modified without the slab lock held". Broken by each write of inuse
 * by who does not hold the lock; qualified, by one who has last seen PageSlab on.
 */
final class InuseUnderLock implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C10;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (int write : trace.writes(PageCell.INUSE)) {
      breaches.asked();
      if (trace.holdAt(write) == null) {
        breaches.broken(
            "inuse is written without the slab lock",
            Trace.has(flags(trace, write), PageFlag.PG_SLAB));
      }
    }
  }

  /** What the thread has seen of the flags last. */
  private static long flags(Trace trace, int event) {
    int start = trace.g.event(trace.g.thread(event), 0);
    for (int e = event; e >= start; e--) {
      if (trace.at(e, PageCell.FLAGS)) {
        return trace.g.value(e);
      }
    }
    return trace.initially(PageCell.FLAGS);
  }
}
