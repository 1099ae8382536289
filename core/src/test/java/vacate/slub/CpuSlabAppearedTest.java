// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.invariant.Violation;
import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Corrected;

/** While new_slab sleeps, somebody else allocates on the same CPU and gives it a slab. */
class CpuSlabAppearedTest {
  private static Runnable take(Runnable[] meanwhile) {
    Runnable action = meanwhile[0];
    meanwhile[0] = () -> {};
    return action;
  }

  private static final class Posted extends Slub {
    final Runnable[] meanwhile = {() -> {}};

    Posted(Machine machine) {
      super(machine);
    }

    @Override
    protected Page allocateSlab(Cpu cpu, KmemCache s, int gfp) {
      take(meanwhile).run();
      return super.allocateSlab(cpu, s, gfp);
    }
  }

  private static final class Cured extends Corrected {
    final Runnable[] meanwhile = {() -> {}};

    Cured(Machine machine) {
      super(machine);
    }

    @Override
    protected Page allocateSlab(Cpu cpu, KmemCache s, int gfp) {
      take(meanwhile).run();
      return super.allocateSlab(cpu, s, gfp);
    }
  }

  private final long[] others = new long[2];

  @Test
  void asPostedTheLocklessObjectsOfASlabWithAFreelistAreLost() {
    Bench bench = new Bench(Posted::new);
    KmemCache s = bench.cache(0);
    ((Posted) bench.slub).meanwhile[0] = () -> allocateTwoAndLetCpu1FreeOne(bench, s);

    long object = bench.alloc(bench.cpu0, s);

    assertThat(object).as("from the other slab's freelist").isEqualTo(others[1]);
    assertThat(s.getNode().nrSlabs.read()).as("the new slab was discarded").isEqualTo(1);
    assertThat(bench.violations()).containsExactly(Violation.OBJECTS_LOST);
  }

  @Test
  void asPostedASlabWithoutAFreelistIsPutBackAndFoundAgain() {
    Bench bench = new Bench(Posted::new);
    KmemCache s = bench.cache(0);
    ((Posted) bench.slub).meanwhile[0] = () -> others[0] = bench.alloc(bench.cpu0, s);

    long object = bench.alloc(bench.cpu0, s);

    assertThat(bench.pageOf(object)).isSameAs(bench.pageOf(others[0])).isSameAs(s.cpuSlab[0]);
    assertThat(s.getNode().nrSlabs.read()).isEqualTo(1);
    bench.assertSound();
  }

  @Test
  void correctedPutsTheOtherSlabBackAndUsesTheNewOne() {
    Bench bench = new Bench(Cured::new);
    KmemCache s = bench.cache(0);
    ((Cured) bench.slub).meanwhile[0] = () -> allocateTwoAndLetCpu1FreeOne(bench, s);

    long object = bench.alloc(bench.cpu0, s);

    assertThat(bench.pageOf(object)).isSameAs(s.cpuSlab[0]);
    assertThat(ShrinkTest.partial(s)).containsExactly(bench.pageOf(others[0]));
    bench.assertSound();
  }

  private void allocateTwoAndLetCpu1FreeOne(Bench bench, KmemCache s) {
    others[0] = bench.alloc(bench.cpu0, s);
    others[1] = bench.alloc(bench.cpu0, s);
    bench.free(bench.cpu1, s, others[1]);
  }
}
