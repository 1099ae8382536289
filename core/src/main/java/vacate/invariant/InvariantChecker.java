// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.List;
import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.slub.Slub;

/**
 * Checks a quiescent machine: no thread is inside the kernel. A page waiting for a grace period is
 * fine as long as its cache lives.
 *
 * <p>Every field of every structure is looked at, but for those whose value nobody reads before it
 * is written: {@code index} of a page that is no slab, {@code private} of a page that is neither
 * slab nor tail page, and the memory that is the objects' users' or nobody's.
 *
 * <p>The list invariant is that of {@code mm/slub.c}, lines 25 to 66: see {@link SlabCheck}.
 */
public final class InvariantChecker {
  private final Slub slub;
  private final Machine machine;
  private final Blueprint[] caches;
  private final Findings report = new Findings();
  private final Lists lists;
  private final Holdings holdings;

  private InvariantChecker(Slub slub, Blueprint[] caches, long[] live) {
    this.slub = slub;
    this.machine = slub.machine;
    this.caches = caches;
    this.lists = new Lists(report, machine);
    this.holdings = new Holdings(machine.memMap, caches, live);
  }

  /**
   * Checks everything.
   *
   * @param caches all caches that were created, destroyed ones included
   * @param live the addresses of all objects that somebody has; 0 stands for none
   * @return what is wrong; empty if nothing is. First what concerns the lists, then each page, then
   *     who has which object, then CPUs and caches.
   */
  public static List<Damage> check(Slub slub, Blueprint[] caches, long[] live) {
    InvariantChecker checker = new InvariantChecker(slub, caches, live);
    checker.checkLists();
    checker.checkPages();
    checker.holdings.check(checker.report);
    checker.checkCpus();
    checker.checkCaches();
    return checker.report.list();
  }

  private void checkLists() {
    for (Blueprint s : caches) {
      if (s.lives()) {
        lists.walk(s);
        if (s.node().listLock.isLocked()) {
          report.found(Violation.LOCK_LEFT, s + ": list_lock is held");
        }
      }
    }
    lists.walkFree();
  }

  private void checkPages() {
    PageRoles roles = new PageRoles(report, slub, caches, lists, holdings);
    int pfn = 0;
    while (pfn < machine.memMap.frames()) {
      pfn += roles.check(machine.memMap.page(pfn));
    }
    for (int i = 0; i < caches.length; i++) {
      int nrSlabs = caches[i].node().nrSlabs.read();
      if (caches[i].lives() && nrSlabs != roles.slabs(i)) {
        report.found(
            Violation.NR_SLABS_WRONG,
            caches[i] + ": nr_slabs is " + nrSlabs + ", there are " + roles.slabs(i));
      }
    }
    int nrSlab = 0;
    for (Cpu cpu : machine.cpus) {
      nrSlab += cpu.nrSlab;
    }
    if (nrSlab != roles.slabPages()) {
      report.found(
          Violation.NR_SLAB_WRONG, "NR_SLAB is " + nrSlab + ", there are " + roles.slabPages());
    }
  }

  private void checkCpus() {
    int kmallocs = 0;
    int numbers = 0;
    for (Cpu cpu : machine.cpus) {
      boolean isThere = cpu.id >= 0 && cpu.id < machine.cpus.length;
      if (!isThere || (numbers >>> cpu.id & 1) != 0) {
        report.found(Violation.CPU_NUMBER_WRONG, "CPU " + cpu.id + " is none, or is there twice");
      }
      numbers |= 1 << cpu.id;
      kmallocs += cpu.kmallocLive();
      if (!cpu.isFreedMemoryIntact()) {
        report.found(
            Violation.FREED_MEMORY_WRITTEN, "CPU " + cpu.id + ": memory was written behind kfree");
      }
      if (cpu.complaint() != null) {
        report.found(Violation.COMPLAINT, "CPU " + cpu.id + ": " + cpu.complaint());
      }
      if (cpu.irqsDisabled()) {
        report.found(Violation.IRQS_OFF, "CPU " + cpu.id + ": interrupts are off");
      }
      if (cpu.preemptCount() != 0) {
        report.found(
            Violation.PREEMPT_COUNT, "CPU " + cpu.id + ": preempt_count " + cpu.preemptCount());
      }
    }
    for (Blueprint s : caches) {
      kmallocs -= s.lives() ? 1 : 0;
    }
    if (kmallocs != 0) {
      report.found(Violation.KMALLOC_LEAK, kmallocs + " kmallocs were not freed");
    }
    if (machine.pages.zone.lock.isLocked()) {
      report.found(Violation.LOCK_LEFT, "the zone's lock is held");
    }
    if (machine.calls.isLocked()) {
      report.found(Violation.LOCK_LEFT, "call_lock is held");
    }
    if (slub.slubLock.isHeld()) {
      report.found(Violation.LOCK_LEFT, "slub_lock is held");
    }
  }

  private void checkCaches() {
    CacheCheck cacheCheck = new CacheCheck(report, lists, caches);
    for (Blueprint s : caches) {
      if (s.lives()) {
        cacheCheck.checkCpuSlabs(s);
      }
      cacheCheck.checkFields(s);
    }
    cacheCheck.checkSlabCaches(slub.slabCaches);
  }
}
