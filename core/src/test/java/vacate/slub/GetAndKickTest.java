// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;
import vacate.mm.PageFlag;

/** What the callbacks are called with, and in which state. */
class GetAndKickTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private Page page;

  @Test
  void getSeesTheLockedFrozenSlabWithInterruptsOffAndKickAnUnlockedOne() {
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              assertThat(page.flags.testBit(PageFlag.PG_LOCKED)).isTrue();
              assertThat(Slub.slabFrozen(page)).isTrue();
              assertThat(cpu.irqsDisabled()).isTrue();
              assertThat(page.countNow()).as("pinned").isEqualTo(2);
              return "private";
            },
            (cpu, s, nr, objects, pinned) -> {
              assertThat(pinned).isEqualTo("private");
              assertThat(page.flags.testBit(PageFlag.PG_LOCKED)).isFalse();
              assertThat(Slub.slabFrozen(page)).isTrue();
              assertThat(cpu.irqsDisabled()).isFalse();
              assertThat(cpu.preemptCount()).isZero();
            });
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    page = bench.partialSlabs(s, 2)[0];
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);
    bench.assertSound();
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
  void anObjectThatGetVoidsIsNotKicked() {
    KmemCacheOps kicking = bench.kicking(1);
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              objects[1] = 0;
              return null;
            },
            (cpu, s, nr, objects, pinned) -> {
              assertThat(objects[1]).isZero();
              kicking.kick().kick(cpu, s, nr, objects, pinned);
            });
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    page = bench.partialSlabs(s, 2)[0];
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);
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
    assertThatThrownBy(() -> slub.vacateFrozen(bench.cpu0, s, page, false, new long[s.objects - 1]))
        .isInstanceOf(KernelBug.class)
        .hasMessage("__kmem_cache_vacate: s->objects changed under the vector");
  }
}
