// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.invariant.Violation;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.Page;
import vacate.mm.PageFlag;

/** What the callbacks are called with, and in which state. */
class GetAndKickTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private Page page;

  /** What a callback finds: the page, and the CPU that calls it. */
  private String found(Cpu cpu) {
    return (page.flags.testBit(PageFlag.PG_LOCKED) ? "locked" : "unlocked")
        + (Slub.slabFrozen(page) ? ", frozen" : ", not frozen")
        + (cpu.irqsDisabled() ? ", interrupts off" : ", interrupts on")
        + ", preempt_count "
        + cpu.preemptCount()
        + ", _count "
        + page.countNow();
  }

  @Test
  void getSeesTheLockedFrozenSlabWithInterruptsOffAndKickAnUnlockedOne() {
    List<String> calls = new ArrayList<>();
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              calls.add("get: " + found(cpu));
              return "private";
            },
            (cpu, s, nr, objects, pinned) -> calls.add("kick " + pinned + ": " + found(cpu)));
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    page = bench.partialSlabs(s, 2)[0];
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);
    assertThat(calls)
        .containsExactly(
            "get: locked, frozen, interrupts off, preempt_count 1, _count 2",
            "kick private: unlocked, frozen, interrupts on, preempt_count 0, _count 2");
    bench.assertSound();
  }

  @Test
  void interruptsThatKickLeavesOffStayOff() {
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> null, (cpu, s, nr, objects, pinned) -> cpu.localIrqDisable());
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    page = bench.partialSlabs(s, 2)[0];
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);
    assertThat(bench.cpu1.irqsDisabled()).as("the second local_irq_save found them off").isTrue();
    assertThat(bench.violations()).containsExactly(Violation.IRQS_OFF);
  }

  @Test
  void theVectorHoldsExactlyTheObjectsInUse() {
    long[][] seen = {null};
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              seen[0] = Arrays.copyOf(objects, nr);
              return null;
            },
            (cpu, s, nr, objects, pinned) -> {});
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    long[] objects = bench.fullSlab(s);
    bench.free(bench.cpu0, s, objects[2]);
    bench.free(bench.cpu0, s, objects[0]);
    slub.vacate(bench.cpu1, bench.pageOf(objects[1]));
    assertThat(seen[0]).containsExactly(objects[1], objects[3]);
  }

  @Test
  void nothingOfAnEarlierUseIsLeftInTheVector() {
    long[][] seen = {null};
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              seen[0] = objects.clone();
              return null;
            },
            (cpu, s, nr, objects, pinned) -> {});
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    page = bench.partialSlabs(s, 1)[0];
    long[] scratch = new long[s.objects + 1];
    Arrays.fill(scratch, 77);
    boolean flags = bench.cpu0.localIrqSave();
    slub.slabLock(bench.cpu0, page);
    slub.freezeFromList(bench.cpu0, s, page);
    slub.__kmemCacheVacate(bench.cpu0, s, page, flags, scratch);
    assertThat(seen[0]).startsWith(bench.machine.memMap.address(page), 0).endsWith(0, 77);
    bench.assertSound();
  }

  @Test
  void anObjectThatGetVoidsIsNotKicked() {
    KmemCacheOps kicking = bench.kicking(1);
    long[] kicked = {-1, -1};
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              objects[1] = 0;
              return null;
            },
            (cpu, s, nr, objects, pinned) -> {
              System.arraycopy(objects, 0, kicked, 0, nr);
              kicking.kick().kick(cpu, s, nr, objects, pinned);
            });
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    page = bench.partialSlabs(s, 2)[0];
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);
    assertThat(kicked).containsExactly(bench.machine.memMap.address(page), 0);
    assertThat((int) page.inuse).isEqualTo(1);
    bench.assertSound();
  }

  @Test
  void anObjectThatNobodyHasInitialisedYetIsGivenToGet() {
    int[] given = {0};
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              given[0] = nr;
              return null;
            },
            (cpu, s, nr, objects, pinned) -> {});
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    long justAllocated = bench.alloc(bench.cpu0, s);
    slub.flushAll(bench.cpu0, s);
    slub.vacate(bench.cpu1, bench.pageOf(justAllocated));
    assertThat(given[0]).as("defect (l)").isEqualTo(1);
  }

  @Test
  void theKickMayAllocateFromTheSameCache() {
    long[] moved = {0};
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> null,
            (cpu, s, nr, objects, pinned) -> {
              moved[0] = bench.alloc(cpu, s);
              bench.free(cpu, s, objects[0]);
            });
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    page = bench.partialSlabs(s, 1)[0];
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.EMPTIED);
    assertThat(bench.pageOf(moved[0])).as("not from a frozen slab").isNotSameAs(page);
    bench.assertSound();
  }

  @Test
  void aVectorThatIsTooSmallForTheSlabIsABug() {
    KmemCache s = bench.cache(0);
    page = bench.partialSlabs(s, 1)[0];
    slub.slabLock(bench.cpu0, page);
    assertThatThrownBy(
            () -> slub.__kmemCacheVacate(bench.cpu0, s, page, false, new long[s.objects - 1]))
        .isInstanceOf(KernelBug.class)
        .hasMessage("__kmem_cache_vacate: s->objects changed under the vector");
  }
}
