// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.mm.Machine;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/**
 * One slab. A slab that is not frozen is on the partial list if and only if it has a free object; a
 * full one is on the full list if the SLUB has one for such a cache, else on none. A frozen slab is
 * on no list and some CPU's own, and only such a slab has lockless objects, if it has no SlabDebug.
 */
final class SlabCheck {
  private final Findings report;
  private final Slub slub;
  private final MemMap memMap;
  private final Lists lists;
  private final Holdings holdings;
  private final TailCheck tails;
  private final ObjectCheck objects;

  SlabCheck(Findings report, Slub slub, Lists lists, Holdings holdings, TailCheck tails) {
    Machine machine = slub.machine;
    this.report = report;
    this.slub = slub;
    this.memMap = machine.memMap;
    this.lists = lists;
    this.holdings = holdings;
    this.tails = tails;
    this.objects = new ObjectCheck(report, memMap, machine.cpus.length);
  }

  /** Returns whether the frames behind the page are its tail pages. */
  boolean check(Blueprint s, Page page) {
    if (page.flags.testBit(PageFlag.PG_LOCKED)) {
      report.found(Violation.LOCK_LEFT, page + ": PG_locked is set");
    }
    if (page.countNow() != 1) {
      report.found(Violation.REFERENCE_WRONG, page + ": _count is " + page.countNow() + ", not 1");
    }
    if (page.pfn % s.pages() != 0 || page.pfn + s.pages() > memMap.frames()) {
      report.found(Violation.SLAB_MISPLACED, page + ": no slab of " + s + " can be there");
      return false;
    }
    FreeObjects free = FreeObjects.chain(memMap, s, page, slub.freelistOf(page));
    FreeObjects lockless = FreeObjects.chain(memMap, s, page, page.locklessFreelist);
    if (free.corrupt() || lockless.corrupt()) {
      report.found(Violation.FREELIST_CORRUPT, page + ": a freelist leads out of the slab");
      return true;
    }
    checkObjects(s, page, free, lockless);
    checkMembership(s, page, free.set() != 0);
    checkState(s, page, lockless);
    tails.check(page, s.pages());
    objects.check(s, page, free.set() | lockless.set());
    return true;
  }

  private void checkObjects(Blueprint s, Page page, FreeObjects free, FreeObjects lockless) {
    int inuse = slub.inuseOf(page);
    if (inuse != s.objects() - free.count()) {
      report.found(
          Violation.INUSE_WRONG,
          page + ": inuse is " + inuse + ", the freelist leaves " + (s.objects() - free.count()));
    }
    long taken = -1L >>> 64 - s.objects() & ~free.set() & ~lockless.set();
    long held = holdings.in(page);
    if ((taken & ~held) != 0) {
      report.found(
          Violation.OBJECTS_LOST,
          page
              + ": "
              + Long.bitCount(taken)
              + " objects handed out, "
              + Long.bitCount(taken & held)
              + " held");
    }
    if ((held & ~taken) != 0) {
      report.found(
          Violation.OBJECT_TWICE, "object " + first(s, page, held & ~taken) + " is held and free");
    }
    if ((free.set() & lockless.set()) != 0) {
      report.found(
          Violation.OBJECT_FREE_TWICE,
          "object "
              + first(s, page, free.set() & lockless.set())
              + " is on freelist and lockless_freelist of "
              + page);
    }
  }

  /** Address of the first object of a set that is not empty. */
  private long first(Blueprint s, Page page, long set) {
    return memMap.address(page) + (long) Long.numberOfTrailingZeros(set) * s.size();
  }

  private void checkMembership(Blueprint s, Page page, boolean hasFree) {
    boolean own = isCpuSlab(s, page);
    boolean frozen = slub.isFrozen(page);
    if (frozen && !own) {
      report.found(Violation.FROZEN_LEFT, page + " is frozen and no CPU's own");
    }
    if (own && !frozen) {
      report.found(Violation.CPU_SLAB_NOT_FROZEN, page + " is a CPU's own and not frozen");
    }
    boolean partial = !frozen && hasFree;
    boolean full = !frozen && !hasFree && slub.hasFull(s.flags(), s.ops());
    checkOn(page, Lists.PARTIAL, "the partial list", partial);
    checkOn(page, Lists.FULL, "the full list", full);
    checkOn(page, Lists.ZONE, "the zone's free list", false);
    checkOn(page, Lists.PCP, "a CPU's free list", false);
    checkOn(page, Lists.RCU, "an RCU queue", false);
    if (!partial && !full && lists.places(page) == 0 && !page.lru.isUnlinked()) {
      report.found(Violation.LIST_CORRUPT, page + " is on no list and has links");
    }
  }

  private void checkOn(Page page, int place, String name, boolean expected) {
    boolean there = (lists.places(page) & place) != 0;
    if (there != expected) {
      report.found(Violation.WRONG_LIST, page + (there ? " is" : " is not") + " on " + name);
    }
  }

  private static boolean isCpuSlab(Blueprint s, Page page) {
    boolean own = false;
    for (Page cpuSlab : s.cache().cpuSlab) {
      own |= cpuSlab == page;
    }
    return own;
  }

  private void checkState(Blueprint s, Page page, FreeObjects lockless) {
    boolean debug = s.has(SlabFlag.DEBUG_FLAGS);
    if (lockless.set() != 0 && (debug || !isCpuSlab(s, page))) {
      report.found(
          Violation.LOCKLESS_LEFT,
          page + " has lockless objects and " + (debug ? "SlabDebug" : "is no CPU's own"));
    }
    if (page.offset != s.offset()) {
      report.found(
          Violation.OFFSET_WRONG,
          page + ": offset is " + (int) page.offset + ", not " + s.offset());
    }
    if (slub.isDebugged(page) != debug) {
      report.found(
          Violation.SLAB_DEBUG_WRONG,
          page + (debug ? " has lost SlabDebug" : " has SlabDebug, its cache is not debugged"));
    }
    int mayVary =
        1 << PageFlag.PG_LOCKED
            | 1 << PageFlag.PG_ERROR
            | 1 << PageFlag.PG_ACTIVE
            | slub.flagsThatVary();
    int expected = 1 << PageFlag.PG_SLAB | (s.order() > 0 ? 1 << PageFlag.PG_COMPOUND : 0);
    if ((page.flags.read() & ~mayVary) != expected) {
      report.found(
          Violation.FLAGS_WRONG, page + ": flags are 0x" + Integer.toHexString(page.flags.read()));
    }
  }
}
