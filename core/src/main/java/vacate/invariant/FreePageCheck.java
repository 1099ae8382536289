// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.mm.PageOwner;
import vacate.slub.Slub;

/** A page that is no slab: free, or waiting for a grace period. */
final class FreePageCheck {
  private final Findings report;
  private final Slub slub;
  private final Lists lists;

  FreePageCheck(Findings report, Slub slub, Lists lists) {
    this.report = report;
    this.slub = slub;
    this.lists = lists;
  }

  void checkFree(Page page) {
    checkCommon(page, 0);
    int places = lists.places(page);
    boolean free = places == Lists.ZONE || places == Lists.PCP;
    if (page.countNow() == 0 && !free) {
      report.found(
          Violation.PAGE_LOST,
          page
              + (places == 0
                  ? " has no references and is in no free list"
                  : " is free and on more lists than one"));
    }
    int buddy = 1 << PageFlag.PG_BUDDY;
    // What is in no list, or in two, may have left the zone or not.
    int inZone = free ? places == Lists.ZONE ? buddy : 0 : page.flags.read() & buddy;
    checkFlags(page, inZone);
    checkMapping(report, page, null);
  }

  /** A page in an RCU queue that was a slab of the cache. */
  void checkWaiting(Page page, Blueprint s) {
    checkCommon(page, 1);
    if (lists.places(page) != Lists.RCU || !page.lru.isRcuHead()) {
      report.found(Violation.LIST_CORRUPT, page + " waits for a grace period and has other links");
    }
    int compound = s.order() > 0 ? 1 << PageFlag.PG_COMPOUND : 0;
    checkFlags(page, compound | slub.flagsUntilFreed(s.flags()));
    checkMapping(report, page, s.cache());
  }

  private void checkCommon(Page page, int count) {
    if (page.flags.testBit(PageFlag.PG_LOCKED)) {
      report.found(Violation.LOCK_LEFT, page + ": PG_locked is set");
    }
    if (Slub.slabFrozen(page)) {
      report.found(Violation.FROZEN_LEFT, page + ": FROZEN is set on a page that is no slab");
    }
    if (page.countNow() != count) {
      report.found(
          Violation.REFERENCE_WRONG, page + " is no slab and _count is " + page.countNow());
    }
  }

  private void checkFlags(Page page, int expected) {
    int told = 1 << PageFlag.PG_LOCKED | 1 << PageFlag.PG_ACTIVE;
    int flags = page.flags.read();
    if (page.isTail()) {
      report.found(Violation.TAIL_WITHOUT_HEAD, page + " is a tail page of nothing");
    } else if ((flags & ~told) != expected) {
      report.found(
          Violation.FLAGS_WRONG, page + " is no slab, flags are 0x" + Integer.toHexString(flags));
    }
  }

  /** What SLUB calls inuse, offset and slab, where no slab is: {@code _mapcount, mapping}. */
  static void checkMapping(Findings report, Page page, PageOwner mapping) {
    if (page.inuse != Page.MAPCOUNT_RESET || page.offset != Page.MAPCOUNT_RESET) {
      report.found(
          Violation.MAPCOUNT_LEFT,
          page + " is no slab, inuse is " + (int) page.inuse + " and offset " + (int) page.offset);
    }
    if (page.slab != mapping) {
      report.found(Violation.MAPPING_LEFT, page + " is no slab and has slab set");
    }
  }
}
