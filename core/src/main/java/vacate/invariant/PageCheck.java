// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.kernel.ListHead;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/**
 * One page. A slab that is not frozen is on the partial list if and only if it has a free object; a
 * full one is on the full list if the cache has SLAB_STORE_USER, else on none. A frozen slab is on
 * no list and some CPU's own.
 */
final class PageCheck {
  private final InvariantChecker report;
  private final MemMap memMap;

  PageCheck(InvariantChecker report) {
    this.report = report;
    this.memMap = report.machine().memMap;
  }

  /** A slab of the cache. */
  void checkSlab(KmemCache s, Page page) {
    checkUnlocked(page);
    if (page.countNow() != 1) {
      report.found(Violation.REFERENCE_WRONG, page + ": _count is " + page.countNow() + ", not 1");
    }
    int free = chainLength(s, page, page.freelist);
    int lockless = chainLength(s, page, page.locklessFreelist);
    if (free < 0 || lockless < 0) {
      report.found(Violation.FREELIST_CORRUPT, page + ": a freelist leads out of the slab");
      return;
    }
    if (page.inuse != s.objects - free) {
      report.found(
          Violation.INUSE_WRONG,
          page + ": inuse is " + (int) page.inuse + ", the freelist leaves " + (s.objects - free));
    }
    int handedOut = s.objects - free - lockless;
    int held = liveIn(page);
    if (held < handedOut) {
      report.found(
          Violation.OBJECTS_LOST,
          page + ": " + handedOut + " objects handed out, " + held + " held");
    }
    checkNotFree(s, page);
    checkMembership(s, page, free);
  }

  /** A page that is no slab: free, or waiting for a grace period. */
  void checkOther(Page page, boolean waitingForGracePeriod) {
    checkUnlocked(page);
    if (Slub.slabFrozen(page)) {
      report.found(Violation.FROZEN_LEFT, page + ": FROZEN is set on a page that is no slab");
    }
    int count = page.countNow();
    if (count != (waitingForGracePeriod ? 1 : 0)) {
      report.found(Violation.REFERENCE_WRONG, page + " is no slab and _count is " + count);
    } else if (count == 0 && !report.machine().pages.isFree(page)) {
      report.found(Violation.PAGE_LOST, page + " has no references and is in no free list");
    }
  }

  private void checkUnlocked(Page page) {
    if (page.flags.testBit(PageFlag.PG_LOCKED)) {
      report.found(Violation.LOCK_LEFT, page + ": PG_locked is set");
    }
  }

  private void checkMembership(KmemCache s, Page page, int free) {
    boolean own = isCpuSlab(s, page);
    boolean frozen = Slub.slabFrozen(page);
    if (frozen && !own) {
      report.found(Violation.FROZEN_LEFT, page + " is frozen and no CPU's own");
    }
    if (own && !frozen) {
      report.found(Violation.CPU_SLAB_NOT_FROZEN, page + " is a CPU's own and not frozen");
    }
    boolean tracked = (s.flags & SlabFlag.SLAB_STORE_USER) != 0;
    checkList(page, s.getNode().partial, "partial", !frozen && free > 0);
    checkList(page, s.getNode().full, "full", !frozen && free == 0 && tracked);
  }

  private void checkList(Page page, ListHead head, String name, boolean expected) {
    boolean there = false;
    int left = memMap.frames();
    for (ListHead at = head.next;
        at != null && at.container != null && left > 0 && !there;
        at = at.next) {
      there = at == page.lru;
      left--;
    }
    if (there != expected) {
      report.found(
          Violation.WRONG_LIST, page + (there ? " is" : " is not") + " on the " + name + " list");
    }
  }

  private boolean isCpuSlab(KmemCache s, Page page) {
    boolean own = false;
    for (Page cpuSlab : s.cpuSlab) {
      own |= cpuSlab == page;
    }
    return own;
  }

  private void checkNotFree(KmemCache s, Page page) {
    for (long object : report.live()) {
      if (object != 0
          && memMap.virtToHeadPage(object) == page
          && (contains(s, page.freelist, object) || contains(s, page.locklessFreelist, object))) {
        report.found(Violation.OBJECT_TWICE, "object " + object + " is held and free");
      }
    }
  }

  private int liveIn(Page page) {
    int held = 0;
    for (long object : report.live()) {
      if (object != 0 && memMap.virtToHeadPage(object) == page) {
        held++;
      }
    }
    return held;
  }

  private boolean contains(KmemCache s, long first, long object) {
    for (long at = first; at != 0; at = memMap.load(at + s.offset)) {
      if (at == object) {
        return true;
      }
    }
    return false;
  }

  /** Number of objects in a chain of free ones; -1 if it leaves the slab or does not end. */
  private int chainLength(KmemCache s, Page page, long first) {
    long start = memMap.address(page);
    int length = 0;
    for (long at = first; at != 0; at = memMap.load(at + s.offset)) {
      boolean inside = at >= start && at < start + (long) s.objects * s.size;
      if (!inside || (at - start) % s.size != 0 || length == s.objects) {
        return -1;
      }
      length++;
    }
    return length;
  }
}
