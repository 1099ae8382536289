// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.watch.KernelCall.DESTROY;
import static vacate.watch.KernelCall.SHRINK;

import vacate.claim.Claim;

/**
 * C18, "If the slab_lock has been taken then no allocations nor frees can be performed on the
 * objects in the slab nor can the slab be added or removed from the partial or full lists". Broken
 * if another thread does so while one holds the lock.
 */
final class LockHoldsMembership implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C18;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (Hold hold : trace.holds) {
      breaches.asked();
      for (int[] strand : trace.strands()) {
        for (int event : strand) {
          if (!trace.isAnothers(event, hold.take())) {
            continue;
          }
          String how = how(trace, event);
          if (how != null && LockBlocks.isIn(trace, event, hold)) {
            breaches.broken(how, isOfLiveSlab(trace, event) && trace.lockExcludes());
          }
        }
      }
    }
  }

  private static String how(Trace trace, int event) {
    if (trace.writes(event, PageCell.LOCKLESS_FREELIST)) {
      return "a CPU allocates from its own slab, or frees to it, while another holds the slab lock";
    }
    if (trace.writes(event, PageCell.FREELIST) || trace.writes(event, PageCell.INUSE)) {
      return "an object is allocated or freed while another holds the slab lock";
    }
    return trace.changesList(event)
        ? "the slab is put on a list, or taken off, while another holds the slab lock"
        : null;
  }

  /** Whether it is done to a live slab that is no CPU's own, and neither by shrink nor destroy. */
  private static boolean isOfLiveSlab(Trace trace, int event) {
    return !trace.writes(event, PageCell.LOCKLESS_FREELIST)
        && !trace.isDying(event)
        && !trace.in(event, KernelCall.NEW_SLAB)
        && !trace.in(event, SHRINK)
        && !trace.in(event, DESTROY);
  }
}
