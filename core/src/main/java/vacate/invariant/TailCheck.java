// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.mm.PageFlag;

/** The pages behind the first of a page of higher order: they lead to it and are nothing else. */
final class TailCheck {
  private static final int TAIL = 1 << PageFlag.PG_COMPOUND | 1 << PageFlag.PG_RECLAIM;

  private final Findings report;
  private final MemMap memMap;
  private final Lists lists;

  TailCheck(Findings report, MemMap memMap, Lists lists) {
    this.report = report;
    this.memMap = memMap;
    this.lists = lists;
  }

  /** All tail pages of a head page that has so many frames behind it. */
  void check(Page head, int pages) {
    for (int i = 1; i < pages; i++) {
      check(head, memMap.page(head.pfn + i));
    }
  }

  private void check(Page head, Page tail) {
    int flags = tail.flags.read();
    if ((flags & 1 << PageFlag.PG_LOCKED) != 0) {
      report.found(Violation.LOCK_LEFT, tail + ": PG_locked is set on a tail page");
    }
    if ((flags & ~(1 << PageFlag.PG_LOCKED)) != TAIL) {
      report.found(
          Violation.FLAGS_WRONG,
          tail + ": flags of a tail page are 0x" + Integer.toHexString(flags));
    }
    if (tail.countNow() != 0) {
      report.found(
          Violation.REFERENCE_WRONG, tail + ": _count of a tail page is " + tail.countNow());
    }
    if (tail.locklessFreelist != head.pfn) {
      report.found(
          Violation.TAIL_WITHOUT_HEAD,
          tail + ": first_page is " + tail.locklessFreelist + ", not " + head.pfn);
    }
    FreePageCheck.checkMapping(report, tail, null);
    if (lists.places(tail) != 0 || !tail.lru.isUnlinked()) {
      report.found(Violation.LIST_CORRUPT, tail + " is a tail page and has links");
    }
  }
}
