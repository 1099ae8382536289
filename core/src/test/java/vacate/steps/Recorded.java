// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.Map;

/**
 * Which fields of the port are recorded, and under which name of the kernel's. A field that is in
 * neither list is an error, so none is forgotten.
 */
final class Recorded {
  private static final String FIXED = "written while the cache has no slab: its place is free";

  private static final String FILLED = "filled before anybody sees the machine";

  private Recorded() {}

  /** Plain fields: each load and each store of one is a step. */
  static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("vacate/mm/Page.inuse", "inuse"),
          Map.entry("vacate/mm/Page.offset", "offset"),
          Map.entry("vacate/mm/Page.locklessFreelist", "lockless_freelist"),
          Map.entry("vacate/mm/Page.slab", "slab"),
          Map.entry("vacate/mm/Page.freelist", "freelist"),
          Map.entry("vacate/mm/PerCpuPages.count", "count"),
          Map.entry("vacate/slub/KmemCache.refcount", "refcount"),
          Map.entry("vacate/slub/KmemCacheNode.nrPartial", "nr_partial"),
          Map.entry("vacate/slub/KmemCacheOps.get", "ops->get"),
          Map.entry("vacate/slub/KmemCacheOps.kick", "ops->kick"),
          Map.entry("vacate/kernel/Cpu.nrSlab", "nr_slab"),
          Map.entry("vacate/kernel/Cpu.rcuQueue", "rcu_queue"),
          Map.entry("vacate/kernel/ListHead.next", "next"),
          Map.entry("vacate/kernel/ListHead.prev", "prev"),
          // No step of their own: the state in which the steps are made.
          Map.entry("vacate/kernel/Cpu.masked", "irqs_disabled"));

  /** Accessed through VarHandles or as arrays: each access is a step, too. */
  static final Map<String, String> BY_ACCESS =
      Map.of(
          "vacate/kernel/BitWord.word", "page->flags",
          "vacate/kernel/AtomicT.counter", "_count, nr_slabs",
          "vacate/kernel/SpinLock.owner", "list_lock, zone->lock",
          "vacate/mm/MemMap.words", "the objects",
          "vacate/slub/KmemCache.cpuSlab", "s->cpu_slab[]");

  /** Fields that are no steps, and why. */
  static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("vacate/slub/KmemCache.flags", FIXED),
          Map.entry("vacate/slub/KmemCache.size", FIXED),
          Map.entry("vacate/slub/KmemCache.objsize", FIXED),
          Map.entry("vacate/slub/KmemCache.offset", FIXED),
          Map.entry("vacate/slub/KmemCache.inuse", FIXED),
          Map.entry("vacate/slub/KmemCache.order", FIXED),
          Map.entry("vacate/slub/KmemCache.objects", FIXED),
          Map.entry("vacate/slub/KmemCache.ctor", FIXED),
          Map.entry("vacate/slub/KmemCache.ops", FIXED),
          Map.entry("vacate/slub/KmemCache.localNode", FIXED),
          Map.entry("vacate/kernel/Cpu.id", "no process goes on on another CPU here"),
          Map.entry("vacate/kernel/Cpu.preemptDepth", "preempt_disable() and _enable() are steps"),
          Map.entry("vacate/kernel/Cpu.complaint", "what is printed is a step"),
          Map.entry("vacate/kernel/Cpu.kmallocLive", "kmalloc() and kfree() are steps"),
          Map.entry("vacate/kernel/Cpu.kfreed", "kfree() is a step"),
          Map.entry("vacate/kernel/Cpu.kmallocsUntilFailure", "no kernel has it"),
          Map.entry("vacate/kernel/Kfreed.words", "kfree() is a step"),
          Map.entry(
              "vacate/kernel/Cpu.idle", "for who waits for a grace period: no path here does"),
          Map.entry(
              "vacate/kernel/Cpu.calledBack", "for who waits for callbacks: no path here does"),
          Map.entry("vacate/kernel/Cpu.work", "nobody runs as another CPU here, so none is called"),
          Map.entry("vacate/kernel/CrossCall.function", "nobody is called here"),
          Map.entry("vacate/kernel/DoubleWord.both", "only the SLUB of 2017 has it"),
          Map.entry("vacate/kernel/RwSemaphore.writer", "down and up are steps"),
          Map.entry("vacate/kernel/RwSemaphore.readers", "down and up are steps"),
          Map.entry("vacate/kernel/CrossCall.cpus", FILLED),
          Map.entry("vacate/mm/Machine.cpus", FILLED),
          Map.entry("vacate/mm/MemMap.pages", FILLED),
          Map.entry("vacate/mm/PageAllocator.pcp", FILLED),
          Map.entry("vacate/kernel/Timer.jiffies", "stands still while one CPU runs"));
}
