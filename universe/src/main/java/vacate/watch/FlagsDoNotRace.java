// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.READ;
import static vacate.watch.KernelCall.ALLOC_PAGES;
import static vacate.watch.KernelCall.DISCARD_SLAB;
import static vacate.watch.KernelCall.DRAIN_PAGES;
import static vacate.watch.KernelCall.FREE_PAGES;
import static vacate.watch.KernelCall.FREE_SLAB;
import static vacate.watch.KernelCall.KICK;
import static vacate.watch.KernelCall.NEW_SLAB;
import static vacate.watch.KernelCall.PUT_PAGE;
import static vacate.watch.KernelCall.SHRINK_NODE;
import static vacate.watch.KernelCall.SLAB_UNLOCK;
import static vacate.watch.Trace.NONE;

import vacate.claim.Claim;

/**
 * C19, that the flags "are not updated in a racy way. Flag updates are either done during slab
 * creation or destruction or under slab_lock". Broken if SLUB stores flags elsewhere; or if another
 * thread changes the word, in coherence order, between what the update loads and its store, which
 * undoes that change. Since 2017, where frozen is no flag, the word is that of the counters, and
 * the updates are those of shrink.
 */
final class FlagsDoNotRace implements ClaimWatch {
  @Override
  public Claim claim() {
    return Claim.C19;
  }

  @Override
  public void watch(Trace trace, Breaches breaches) {
    if (trace.isByCounters()) {
      watchCounters(trace, breaches);
      return;
    }
    for (int store : trace.writes(PageCell.FLAGS)) {
      if (!trace.stores(store, PageCell.FLAGS) || isPageAllocators(trace, store)) {
        continue;
      }
      breaches.asked();
      if (trace.holdAt(store) == null && !isOfLife(trace, store)) {
        breaches.broken("the flags of a slab are updated without its lock", true);
      }
      if (isRaced(trace, store)) {
        breaches.broken(
            "another changes the flags between the load and the store of an update",
            !isLockedInTransit(trace));
      }
    }
  }

  /** Of frozen, where that is a bit of the counters. */
  private static void watchCounters(Trace trace, Breaches breaches) {
    for (int write : trace.writes(PageCell.COUNTERS)) {
      boolean sets = trace.freezes(write) || trace.thaws(write);
      if (!sets || !trace.in(write, SHRINK_NODE) || trace.in(write, KICK)) {
        continue;
      }
      breaches.asked();
      if (Counters.inuse(trace.g.value(write)) != Counters.inuse(trace.overwritten(write))) {
        breaches.broken(
            "another changes the counters between the load and the store of frozen", true);
      }
    }
  }

  private static boolean isPageAllocators(Trace trace, int event) {
    return trace.in(event, ALLOC_PAGES)
        || trace.in(event, FREE_PAGES)
        || trace.in(event, DRAIN_PAGES)
        || trace.in(event, PUT_PAGE);
  }

  /** Whether the slab is made or unmade by it. */
  private static boolean isOfLife(Trace trace, int event) {
    return trace.in(event, NEW_SLAB) || trace.in(event, DISCARD_SLAB) || trace.in(event, FREE_SLAB);
  }

  private static boolean isRaced(Trace trace, int store) {
    int load = load(trace, store);
    if (load == NONE) {
      return false;
    }
    int l = trace.g.location(store);
    for (int k = trace.g.placeOf(load) + 1; k < trace.g.place(store); k++) {
      int other = trace.g.write(l, k);
      if (trace.isAnothers(other, store) && trace.g.value(other) != trace.overwritten(other)) {
        return true;
      }
    }
    return false;
  }

  /** What the update is of: what is loaded last, but of an unlock what the lock was taken with. */
  private static int load(Trace trace, int store) {
    int start = trace.g.event(trace.g.thread(store), 0);
    for (int e = store - 1; e >= start; e--) {
      if (!trace.isAnothers(e, store) && trace.at(e, PageCell.FLAGS)) {
        boolean isOwn = e == store - 1 || !trace.in(store, SLAB_UNLOCK);
        if (isOwn ? trace.g.is(e, READ) : trace.takesLock(e)) {
          return e;
        }
      }
    }
    return NONE;
  }

  /** Whether somebody has the lock of the page while another makes a slab of it, or unmakes it. */
  private static boolean isLockedInTransit(Trace trace) {
    for (Hold hold : trace.holds) {
      boolean unmade =
          trace.discards.stream().anyMatch(d -> isHeldIn(trace, hold, d.start(), d.end()));
      boolean made =
          trace.newSlabs.stream().anyMatch(n -> isHeldIn(trace, hold, n.writes().get(0), n.last()));
      if (unmade || made) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeldIn(Trace trace, Hold hold, int from, int to) {
    return trace.isAnothers(hold.take(), from)
        && !trace.before(hold.drop(), from)
        && !trace.before(to, hold.take());
  }
}
