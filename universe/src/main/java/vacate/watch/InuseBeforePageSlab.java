// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.READ;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;
import vacate.mm.PageFlag;

/**
 * C2, "we need to make sure in allocate_slab that page-&gt;inuse is zero before PageSlab is set
 * otherwise kmem_cache_vacate may operate on a slab that has not been properly setup yet". Broken
 * if a vacate that found PageSlab under the lock then reads, of the page or of what is in it, what
 * was there before {@code new_slab} wrote it.
 */
final class InuseBeforePageSlab implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C2;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    for (VacateCall v : trace.vacates) {
      NewSlab slab = seen(trace, v);
      if (slab == null) {
        continue;
      }
      breaches.asked();
      if (readsOlder(trace, v, slab)) {
        breaches.broken("vacate sees PageSlab, and reads what was before new_slab wrote", false);
      }
    }
  }

  /** The newest slab that the page was made to of which a vacate has seen PageSlab; or null. */
  static NewSlab seen(Trace trace, VacateCall v) {
    if (v.lock() == NONE
        || v.pageSlab() == NONE
        || !Trace.has(trace.g.value(v.pageSlab()), PageFlag.PG_SLAB)) {
      return null;
    }
    int place = trace.g.placeOf(v.pageSlab());
    NewSlab newest = null;
    for (NewSlab slab : trace.newSlabs) {
      if (slab.pageSlab() != NONE
          && trace.g.place(slab.pageSlab()) <= place
          && (newest == null
              || trace.g.place(slab.pageSlab()) > trace.g.place(newest.pageSlab()))) {
        newest = slab;
      }
    }
    return newest;
  }

  private static boolean readsOlder(Trace trace, VacateCall v, NewSlab slab) {
    // a first look is made without the lock, and may be wrong
    for (int read = Math.max(v.lock(), v.pageSlab()) + 1; read <= v.last(); read++) {
      if (trace.g.is(read, READ)
          && !trace.in(read, KernelCall.GET)
          && !trace.in(read, KernelCall.KICK)
          && isOlder(trace, read, slab)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it reads what {@code new_slab} has overwritten, or will. */
  static boolean isOlder(Trace trace, int read, NewSlab slab) {
    for (int write : slab.writes()) {
      if (trace.g.location(write) == trace.g.location(read)
          && trace.g.placeOf(read) < trace.g.place(write)) {
        return true;
      }
    }
    return false;
  }
}
