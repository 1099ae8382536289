// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.mm.MemMap;
import vacate.mm.Page;

/** Who says that it has which object: the addresses that are held, sorted by slab. */
final class Holdings {
  private final MemMap memMap;
  private final Blueprint[] caches;
  private final long[] live;
  private final long[] held;

  Holdings(MemMap memMap, Blueprint[] caches, long[] live) {
    this.memMap = memMap;
    this.caches = caches;
    this.live = live;
    this.held = new long[memMap.frames()];
    for (long object : live) {
      Page page = object == 0 ? null : headOf(object);
      int index = page == null ? -1 : index(page, object);
      if (index >= 0) {
        held[page.pfn] |= 1L << index;
      }
    }
  }

  /** The objects of a slab that somebody has: bit i stands for the i-th. */
  long in(Page slab) {
    return held[slab.pfn];
  }

  /** The living cache whose slab the page says it is, or null. */
  Blueprint cacheOf(Page page) {
    for (Blueprint s : caches) {
      if (s.cache() == page.slab && s.lives()) {
        return s;
      }
    }
    return null;
  }

  void check(Findings report) {
    for (int i = 0; i < live.length; i++) {
      if (live[i] == 0) {
        continue;
      }
      checkOne(report, live[i]);
      for (int j = 0; j < i; j++) {
        if (live[j] == live[i]) {
          report.found(Violation.OBJECT_TWICE, "object " + live[i] + " was handed out twice");
        }
      }
    }
  }

  private void checkOne(Findings report, long object) {
    Page page = headOf(object);
    if (page == null) {
      report.found(Violation.NOT_AN_OBJECT, "address " + object + " is held and leads to no page");
    } else if (!page.isSlab()) {
      report.found(
          Violation.OBJECT_OUTSIDE_SLAB, "object " + object + " is in use, " + page + " no slab");
    } else if (cacheOf(page) != null && index(page, object) < 0) {
      report.found(
          Violation.NOT_AN_OBJECT, "address " + object + " is held and no object of " + page);
    }
  }

  /** Which object of its slab the address is; -1 if it is none. */
  private int index(Page page, long object) {
    Blueprint s = page.isSlab() ? cacheOf(page) : null;
    if (s == null) {
      return -1;
    }
    long distance = object - memMap.address(page);
    return distance % s.size() == 0 && distance < (long) s.objects() * s.size()
        ? (int) (distance / s.size())
        : -1;
  }

  /** {@code virt_to_head_page}; null if there is no memory or the tail page leads to no head. */
  private Page headOf(long address) {
    if (address < 0 || address >= (long) memMap.frames() * memMap.pageWords) {
      return null;
    }
    Page page = memMap.virtToPage(address);
    if (!page.isTail()) {
      return page;
    }
    long head = page.locklessFreelist;
    return head > 0 && head < page.pfn ? memMap.page((int) head) : null;
  }
}
