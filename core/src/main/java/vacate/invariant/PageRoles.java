// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/**
 * What each page is: a slab with the tail pages behind it, one that waits for a grace period, or
 * free. Counts the slabs on the way.
 */
final class PageRoles {
  private final Findings report;
  private final Machine machine;
  private final Blueprint[] caches;
  private final Lists lists;
  private final SlabCheck slabCheck;
  private final TailCheck tailCheck;
  private final FreePageCheck freeCheck;
  private final int[] slabs;
  private int slabPages;

  PageRoles(Findings report, Slub slub, Blueprint[] caches, Lists lists, Holdings holdings) {
    this.report = report;
    this.machine = slub.machine;
    this.caches = caches;
    this.lists = lists;
    this.tailCheck = new TailCheck(report, machine.memMap, lists);
    this.slabCheck = new SlabCheck(report, slub, lists, holdings, tailCheck);
    this.freeCheck = new FreePageCheck(report, slub, lists);
    this.slabs = new int[caches.length];
  }

  /** Slabs of the i-th cache. */
  int slabs(int i) {
    return slabs[i];
  }

  /** Pages of all slabs, those included that wait for a grace period. */
  int slabPages() {
    return slabPages;
  }

  /** Checks one page and those that belong to it; returns how many that are. */
  int check(Page page) {
    if (page.pfn == 0) {
      return checkReserved(page);
    }
    if (page.isSlab()) {
      return checkSlab(page);
    }
    if ((lists.places(page) & Lists.RCU) != 0) {
      return checkWaiting(page);
    }
    freeCheck.checkFree(page);
    return 1;
  }

  /** {@code NULL} points there: no allocator ever has it. */
  private int checkReserved(Page page) {
    boolean untouched =
        page.flags.read() == 0
            && page.countNow() == 0
            && page.inuse == Page.MAPCOUNT_RESET
            && page.offset == Page.MAPCOUNT_RESET
            && page.locklessFreelist == 0
            && page.freelist == 0
            && page.slab == null
            && page.lru.isUnlinked()
            && lists.places(page) == 0;
    if (!untouched) {
      report.found(Violation.RESERVED_PAGE_WRITTEN, page + " is nobody's and was written to");
    }
    if (!machine.memMap.nowhere.isNowhere()) {
      report.found(
          Violation.RESERVED_PAGE_WRITTEN, "a pointer from freed memory was written through");
    }
    return 1;
  }

  private int checkSlab(Page page) {
    int owner = indexOf(page);
    if (owner < 0 || !caches[owner].lives()) {
      report.found(Violation.PAGE_LOST, page + " is a slab of no living cache");
      return 1;
    }
    slabs[owner]++;
    slabPages += caches[owner].pages();
    return slabCheck.check(caches[owner], page) ? caches[owner].pages() : 1;
  }

  private int checkWaiting(Page page) {
    int owner = indexOf(page);
    if (owner < 0) {
      report.found(Violation.CACHE_GONE, page + " waits for a grace period and has no cache");
      return 1;
    }
    Blueprint s = caches[owner];
    slabPages += s.pages();
    if (!s.lives()) {
      report.found(
          Violation.CACHE_GONE, page + " waits for a grace period, " + s + " was freed meanwhile");
    }
    if (!s.has(SlabFlag.SLAB_DESTROY_BY_RCU)) {
      report.found(
          Violation.LIST_CORRUPT, page + " waits for a grace period, " + s + " needs none");
    }
    freeCheck.checkWaiting(page, s);
    if (page.pfn + s.pages() > machine.memMap.frames()) {
      return 1;
    }
    tailCheck.check(page, s.pages());
    return s.pages();
  }

  /** The cache to which the page says it belongs, living or not; -1 if it is none. */
  private int indexOf(Page page) {
    for (int i = 0; i < caches.length; i++) {
      if (caches[i].cache() == page.slab) {
        return i;
      }
    }
    return -1;
  }
}
