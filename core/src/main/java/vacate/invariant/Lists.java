// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.kernel.Cpu;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PerCpuPages;

/**
 * Every list of pages, walked once: whether it leads round, both ways, and which pages are on it. A
 * walk is bounded by the number of frames, because a list may be corrupt.
 */
final class Lists {
  /** The zone's free list. */
  static final int ZONE = 1;

  /** A CPU's free list. */
  static final int PCP = 2;

  /** A CPU's queue of callbacks: the page waits for a grace period. */
  static final int RCU = 4;

  /** The partial list of the page's own cache. */
  static final int PARTIAL = 8;

  /** The full list of the page's own cache. */
  static final int FULL = 16;

  private final Findings report;
  private final Machine machine;
  private final int[] places;

  Lists(Findings report, Machine machine) {
    this.report = report;
    this.machine = machine;
    this.places = new int[machine.memMap.frames()];
  }

  /** The sum of all lists that lead to the page. */
  int places(Page page) {
    return places[page.pfn];
  }

  void walk(Blueprint s) {
    int partial = walkSlabs(s, s.node().partial, "partial", PARTIAL);
    if (partial >= 0 && partial != s.node().nrPartial) {
      report.found(
          Violation.NR_PARTIAL_WRONG,
          s + ": nr_partial is " + s.node().nrPartial + ", the list has " + partial);
    }
    walkSlabs(s, s.node().full, "full", FULL);
  }

  /** Length of the list, or -1 if it does not lead back to its head. */
  private int walkSlabs(Blueprint s, ListHead head, String name, int place) {
    int length = 0;
    boolean sound = head.isSound();
    for (ListHead at = head.next; at != head; at = at.next) {
      Page page = pageOf(at);
      if (page == null || length == places.length) {
        report.found(
            Violation.LIST_CORRUPT, s + ": the " + name + " list leads away from its head");
        return -1;
      }
      if (page.isSlab() && page.slab == s.cache()) {
        places[page.pfn] |= place;
      } else {
        report.found(
            Violation.DEAD_PAGE_ON_LIST, page + " is on the " + name + " list and no slab of " + s);
      }
      sound &= at.isSound();
      length++;
    }
    if (!sound) {
      report.found(
          Violation.LIST_CORRUPT, s + ": the " + name + " list does not lead round backwards");
    }
    return length;
  }

  /** The lists of the page allocator, and the queues of pages that wait. */
  void walkFree() {
    walkFree(machine.pages.zone.free, "the zone's free list", ZONE);
    for (int cpu = 0; cpu < machine.pages.pcp.length; cpu++) {
      PerCpuPages pcp = machine.pages.pcp[cpu];
      int length = walkFree(pcp.list, "the free list of CPU " + cpu, PCP);
      if (length >= 0 && length != pcp.count) {
        report.found(
            Violation.PCP_COUNT_WRONG,
            "CPU " + cpu + ": count is " + pcp.count + ", the free list has " + length);
      }
    }
    for (Cpu cpu : machine.cpus) {
      walkQueue(cpu);
    }
  }

  /** Length of the list, or -1 if it does not lead back to its head. */
  private int walkFree(ListHead head, String name, int place) {
    int length = 0;
    boolean sound = head.isSound();
    for (ListHead at = head.next; at != head; at = at.next) {
      Page page = pageOf(at);
      if (page == null || length == places.length) {
        report.found(Violation.LIST_CORRUPT, name + " leads away from its head");
        return -1;
      }
      places[page.pfn] |= place;
      sound &= at.isSound();
      length++;
    }
    if (!sound) {
      report.found(Violation.LIST_CORRUPT, name + " does not lead round backwards");
    }
    return length;
  }

  private void walkQueue(Cpu cpu) {
    for (ListHead at = cpu.rcuQueue; at != null; at = at.next) {
      Page page = pageOf(at);
      if (page == null || (places[page.pfn] & RCU) != 0) {
        report.found(
            Violation.LIST_CORRUPT,
            "the RCU queue of CPU "
                + cpu.id
                + " leads to "
                + (page == null ? "no page" : page + " again"));
        return;
      }
      places[page.pfn] |= RCU;
    }
  }

  /** The page whose link this is; null if it is nobody's or another structure's. */
  private Page pageOf(ListHead at) {
    return at != null && at.container instanceof Page page && isFrame(page) ? page : null;
  }

  /** Whether this is a page of the machine's memory. */
  boolean isFrame(Page page) {
    return page.pfn >= 0
        && page.pfn < machine.memMap.frames()
        && machine.memMap.page(page.pfn) == page;
  }
}
