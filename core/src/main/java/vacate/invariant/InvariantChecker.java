// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vacate.kernel.Cpu;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.Slub;

/**
 * Checks a quiescent machine: no thread is inside the kernel. A page waiting for a grace period is
 * fine.
 *
 * <p>The list invariant is that of {@code mm/slub.c}, lines 25 to 66: see {@link PageCheck}.
 */
public final class InvariantChecker {
  private final Slub slub;
  private final Machine machine;
  private final KmemCache[] caches;
  private final long[] live;
  private List<Finding> findings = Collections.emptyList();

  private InvariantChecker(Slub slub, KmemCache[] caches, long[] live) {
    this.slub = slub;
    this.machine = slub.machine;
    this.caches = caches;
    this.live = live;
  }

  /**
   * Checks everything.
   *
   * @param caches all caches that were created, destroyed ones included
   * @param live the addresses of all objects that somebody has; 0 stands for none
   * @return what is wrong, in the order of {@link Violation} within a page; empty if nothing is
   */
  public static List<Finding> check(Slub slub, KmemCache[] caches, long[] live) {
    InvariantChecker checker = new InvariantChecker(slub, caches, live);
    for (KmemCache s : caches) {
      if (!s.isFreed()) {
        checker.checkLists(s);
      }
    }
    checker.checkPages();
    checker.checkLive();
    checker.checkCpus();
    return checker.findings;
  }

  void found(Violation kind, String text) {
    if (findings.isEmpty()) {
      findings = new ArrayList<>();
    }
    findings.add(new Finding(kind, text));
  }

  Machine machine() {
    return machine;
  }

  long[] live() {
    return live;
  }

  private void checkLists(KmemCache s) {
    int partial = checkList(s, s.getNode().partial, "partial");
    if (partial >= 0 && partial != s.getNode().nrPartial) {
      found(
          Violation.NR_PARTIAL_WRONG,
          s + ": nr_partial is " + s.getNode().nrPartial + ", the list has " + partial);
    }
    checkList(s, s.getNode().full, "full");
    if (s.getNode().listLock.isLocked()) {
      found(Violation.LOCK_LEFT, s + ": list_lock is held");
    }
  }

  /** Length of the list, or -1 if it does not lead back to its head. */
  private int checkList(KmemCache s, ListHead head, String name) {
    int length = 0;
    for (ListHead at = head.next; at != head; at = at.next) {
      if (at == null || at.container == null || length == machine.memMap.frames()) {
        found(Violation.LIST_CORRUPT, s + ": the " + name + " list leads away from its head");
        return -1;
      }
      Page page = Page.of(at);
      if (!page.isSlab() || page.slab != s) {
        found(
            Violation.DEAD_PAGE_ON_LIST, page + " is on the " + name + " list and no slab of " + s);
      }
      length++;
    }
    return length;
  }

  private void checkPages() {
    PageCheck pageCheck = new PageCheck(this);
    int slabPages = 0;
    int[] slabs = new int[caches.length];
    for (int pfn = 1; pfn < machine.memMap.frames(); pfn++) {
      Page page = machine.memMap.page(pfn);
      if (page.isTail()) {
        continue;
      }
      boolean waiting = isWaitingForGracePeriod(page);
      int owner = page.isSlab() ? cacheIndex(page) : -1;
      if (page.isSlab() && owner < 0) {
        found(Violation.PAGE_LOST, page + " is a slab of no living cache");
      } else if (page.isSlab()) {
        slabs[owner]++;
        pageCheck.checkSlab(caches[owner], page);
      } else {
        pageCheck.checkOther(page, waiting);
      }
      if (owner >= 0 || waiting) {
        slabPages += 1 << Slub.cacheOf(page).order;
      }
    }
    checkCounters(slabs, slabPages);
  }

  private void checkCounters(int[] slabs, int slabPages) {
    for (int i = 0; i < caches.length; i++) {
      if (!caches[i].isFreed() && caches[i].getNode().nrSlabs.read() != slabs[i]) {
        found(
            Violation.NR_SLABS_WRONG,
            caches[i]
                + ": nr_slabs is "
                + caches[i].getNode().nrSlabs.read()
                + ", there are "
                + slabs[i]);
      }
    }
    int nrSlab = 0;
    for (Cpu cpu : machine.cpus) {
      nrSlab += cpu.nrSlab;
    }
    if (nrSlab != slabPages) {
      found(Violation.NR_SLAB_WRONG, "NR_SLAB is " + nrSlab + ", there are " + slabPages);
    }
  }

  private void checkLive() {
    for (int i = 0; i < live.length; i++) {
      if (live[i] == 0) {
        continue;
      }
      Page page = machine.memMap.virtToHeadPage(live[i]);
      if (!page.isSlab()) {
        found(
            Violation.OBJECT_OUTSIDE_SLAB,
            "object " + live[i] + " is in use, " + page + " no slab");
      }
      for (int j = 0; j < i; j++) {
        if (live[j] == live[i]) {
          found(Violation.OBJECT_TWICE, "object " + live[i] + " was handed out twice");
        }
      }
    }
  }

  private void checkCpus() {
    int kmallocs = 0;
    for (Cpu cpu : machine.cpus) {
      kmallocs += cpu.kmallocLive();
      if (cpu.complaint() != null) {
        found(Violation.COMPLAINT, "CPU " + cpu.id + ": " + cpu.complaint());
      }
      if (cpu.irqsDisabled()) {
        found(Violation.IRQS_OFF, "CPU " + cpu.id + ": interrupts are off");
      }
      if (cpu.preemptCount() != 0) {
        found(Violation.PREEMPT_COUNT, "CPU " + cpu.id + ": preempt_count " + cpu.preemptCount());
      }
    }
    for (KmemCache s : caches) {
      kmallocs -= s.isFreed() ? 0 : 1;
    }
    if (kmallocs != 0) {
      found(Violation.KMALLOC_LEAK, kmallocs + " kmallocs were not freed");
    }
    if (slub.slubLock.isHeld()) {
      found(Violation.LOCK_LEFT, "slub_lock is held");
    }
  }

  private int cacheIndex(Page page) {
    for (int i = 0; i < caches.length; i++) {
      if (caches[i] == page.slab && !caches[i].isFreed()) {
        return i;
      }
    }
    return -1;
  }

  private boolean isWaitingForGracePeriod(Page page) {
    for (Cpu cpu : machine.cpus) {
      int left = machine.memMap.frames();
      for (ListHead at = cpu.rcuQueue; at != null && left > 0; at = at.next) {
        if (at == page.lru) {
          return true;
        }
        left--;
      }
    }
    return false;
  }
}
