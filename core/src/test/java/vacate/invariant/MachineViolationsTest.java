// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import org.junit.jupiter.api.Test;
import vacate.kernel.Kmalloc;

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
}
