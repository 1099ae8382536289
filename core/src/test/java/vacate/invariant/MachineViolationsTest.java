// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import org.junit.jupiter.api.Test;
import vacate.kernel.Kmalloc;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.KmemCacheOps;

/** What can be wrong with counters, CPUs and the memory of the kernel itself. */
class MachineViolationsTest extends Damaged {
  @Test
  void aSlabThatIsCountedTwice() {
    plain.getNode().nrSlabs.inc();
    assertFound(Violation.NR_SLABS_WRONG, plain + ": nr_slabs is 2, there are 1");
  }

  @Test
  void pagesThatAreNoLongerInSlabs() {
    bench.cpu1.nrSlab++;
    assertFound(Violation.NR_SLAB_WRONG, "NR_SLAB is 3, there are 2");
  }

  @Test
  void aKmallocThatWasNotFreed() {
    Kmalloc.kmalloc(bench.cpu1, 1);
    assertFound(Violation.KMALLOC_LEAK, "1 kmallocs were not freed");
  }

  @Test
  void memoryThatWasWrittenBehindItsKfree() {
    long[] memory = Kmalloc.kmalloc(bench.cpu1, 1);
    Kmalloc.kfree(bench.cpu1, memory);
    memory[0] = 0;
    assertFound(Violation.FREED_MEMORY_WRITTEN, "CPU 1: memory was written behind kfree");
  }

  @Test
  void aKfreeTooMany() {
    Kmalloc.kfree(bench.cpu1, this);
    assertFound(Violation.KMALLOC_LEAK, "-1 kmallocs were not freed");
  }

  @Test
  void interruptsThatAreOff() {
    bench.cpu1.localIrqDisable();
    assertFound(Violation.IRQS_OFF, "CPU 1: interrupts are off");
  }

  @Test
  void preemptionThatIsOff() {
    bench.cpu1.preemptDisable();
    assertFound(Violation.PREEMPT_COUNT, "CPU 1: preempt_count 1");
  }

  @Test
  void aComplaint() {
    bench.cpu0.complain("bad_page: so it is");
    assertFound(Violation.COMPLAINT, "CPU 0: bad_page: so it is");
  }

  @Test
  void aSlubLockThatWasLeft() {
    bench.slub.slubLock.downWrite(bench.cpu0);
    assertFound(Violation.LOCK_LEFT, "slub_lock is held");
  }

  @Test
  void aZoneLockThatWasLeft() {
    bench.machine.pages.zone.lock.lock(bench.cpu0);
    bench.cpu0.preemptEnable();
    assertFound(Violation.LOCK_LEFT, "the zone's lock is held");
  }

  @Test
  void aCountThatIsNotTheLengthOfACpusFreeList() {
    bench.machine.pages.pcp[1].count++;
    assertFound(Violation.PCP_COUNT_WRONG, "CPU 1: count is 1, the free list has 0");
  }

  @Test
  void aSlabOfACpuThatIsAFreePage() {
    plain.cpuSlab[1] = free;
    assertFound(
        Violation.CPU_SLAB_NO_SLAB,
        plain + ": the slab of CPU 1 is " + free + ", which is no slab of it");
  }

  @Test
  void aSlabOfACpuThatIsAnotherCaches() {
    plain.cpuSlab[1] = full;
    assertFound(
        Violation.CPU_SLAB_NO_SLAB,
        plain + ": the slab of CPU 1 is " + full + ", which is no slab of it");
  }

  @Test
  void aSlabOfTwoCpus() {
    Page own = bench.pageOf(bench.alloc(bench.cpu0, plain));
    plain.cpuSlab[1] = own;
    assertFound(
        Violation.SLAB_OF_TWO_CPUS, plain + ": " + own + " is the slab of CPU 0 and of CPU 1");
  }

  @Test
  void aCacheThatIsNotWhatItWas() {
    plain.ops = KmemCacheOps.NONE;
    assertFound(Violation.CACHE_CHANGED, plain + ": ops is not what it was at creation");
  }

  @Test
  void aWriteToACacheThatWasFreed() {
    KmemCache s = bench.cache(0);
    bench.slub.kmemCacheDestroy(bench.cpu0, s);
    bench.assertSound();
    s.cpuSlab[0] = null;
    assertFound(Violation.FREED_CACHE_WRITTEN, s + " was written to after it was freed");
  }

  @Test
  void aWriteToTheNodeOfACacheThatWasFreed() {
    KmemCache s = bench.cache(0);
    KmemCacheNode n = s.getNode();
    bench.slub.kmemCacheDestroy(bench.cpu0, s);
    n.nrPartial++;
    assertFound(Violation.FREED_CACHE_WRITTEN, s + " was written to after it was freed");
  }
}
