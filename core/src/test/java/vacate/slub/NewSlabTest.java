// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * {@code allocate_slab} and {@code new_slab}: interrupts, counters, and the slab that comes out.
 */
class NewSlabTest {
  /** Remembers the interrupt state in which memory was asked for. */
  private static final class Watching extends Slub {
    Boolean irqsWereOff;

    Watching(Machine machine) {
      super(machine);
    }

    @Override
    protected Page allocateSlab(Cpu cpu, KmemCache s, int gfp) {
      irqsWereOff = cpu.irqsDisabled();
      return super.allocateSlab(cpu, s, gfp);
    }
  }

  private final Bench bench = new Bench(Watching::new);
  private final Watching slub = (Watching) bench.slub;
  private final Cpu cpu = bench.cpu0;
  private final KmemCache s = bench.cache(0);

  NewSlabTest() {
    cpu.localIrqDisable();
  }

  @Test
  void aSleepingAllocationIsMadeWithInterruptsOn() {
    slub.newSlab(cpu, s, Gfp.KERNEL);
    assertThat(slub.irqsWereOff).isFalse();
    assertThat(cpu.irqsDisabled()).isTrue();
  }

  @Test
  void anAtomicAllocationIsMadeWithInterruptsOff() {
    slub.newSlab(cpu, s, Gfp.ATOMIC);
    assertThat(slub.irqsWereOff).isTrue();
    assertThat(cpu.irqsDisabled()).isTrue();
  }

  @Test
  void unknownGfpFlagsAreABug() {
    assertThatThrownBy(() -> slub.newSlab(cpu, s, Gfp.KERNEL | 0x100_0000))
        .isInstanceOf(KernelBug.class)
        .hasMessage("new_slab: BUG_ON(bad gfp flags)");
    assertThat(slub.irqsWereOff).isNull();
  }

  @Test
  void theSlabIsEmptyUnlockedUnfrozenAndOnNoList() {
    Page page = slub.newSlab(cpu, s, Gfp.KERNEL);
    assertThat(page.flags.read()).as("PG_slab and nothing else").isEqualTo(1 << 7);
    assertThat((int) page.inuse).isZero();
    assertThat((int) page.offset).isEqualTo(s.offset);
    assertThat(page.slab).isSameAs(s);
    assertThat(page.locklessFreelist).isZero();
    assertThat(page.countNow()).isEqualTo(1);
    assertThat(s.getNode().nrPartial).isZero();
    assertThat(s.getNode().partial.isEmpty()).isTrue();
    assertThat(s.getNode().nrSlabs.read()).isEqualTo(1);
    assertThat(cpu.nrSlab).isEqualTo(1);
  }

  @Test
  void theFreelistRunsThroughAllObjectsInAddressOrder() {
    Page page = slub.newSlab(cpu, s, Gfp.KERNEL);
    long start = bench.machine.memMap.address(page);
    long at = page.freelist;
    for (int i = 0; i < s.objects; i++) {
      assertThat(at).isEqualTo(start + (long) i * s.size);
      at = slub.objects.getFreepointer(s, at);
    }
    assertThat(at).isZero();
  }

  @Test
  void everyDebugFlagMarksTheSlab() {
    for (int flag :
        new int[] {
          SlabFlag.SLAB_DEBUG_FREE,
          SlabFlag.SLAB_RED_ZONE,
          SlabFlag.SLAB_POISON,
          SlabFlag.SLAB_STORE_USER,
          SlabFlag.SLAB_TRACE
        }) {
      assertThat(Slub.slabDebug(slub.newSlab(cpu, bench.cache(flag), Gfp.KERNEL))).isTrue();
    }
    KmemCache rcu = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);
    assertThat(Slub.slabDebug(slub.newSlab(cpu, rcu, Gfp.KERNEL))).isFalse();
  }

  @Test
  void withoutMemoryThereIsNoSlabAndNothingIsCounted() {
    while (bench.machine.pages.allocPages(cpu, Gfp.KERNEL, 0) != null) {}
    assertThat(slub.newSlab(cpu, s, Gfp.KERNEL)).isNull();
    assertThat(slub.newSlab(cpu, s, Gfp.ATOMIC)).isNull();
    assertThat(cpu.irqsDisabled()).isTrue();
    assertThat(s.getNode().nrSlabs.read()).isZero();
    assertThat(cpu.nrSlab).isZero();
  }

  @Test
  void aHigherOrderIsAskedForAsACompoundPage() {
    KmemCache large = bench.cache(2, 1, 0, null, null);
    Page page = slub.newSlab(cpu, large, Gfp.KERNEL);
    assertThat(page.isCompound()).isTrue();
    assertThat(cpu.nrSlab).isEqualTo(2);
  }
}
