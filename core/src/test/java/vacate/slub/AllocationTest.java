// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Gfp;
import vacate.mm.Page;

/** {@code slab_alloc} and {@code __slab_alloc}: where the object comes from. */
class AllocationTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(0);

  @Test
  void theFirstObjectComesFromANewSlabThatBecomesTheCpusOwn() {
    long object = bench.alloc(bench.cpu0, s);
    Page page = bench.pageOf(object);
    assertThat(object).isEqualTo(bench.machine.memMap.address(page));
    assertThat(s.cpuSlab[0]).isSameAs(page);
    assertThat(Slub.slabFrozen(page)).isTrue();
    assertThat(page.freelist).as("all of it is lockless").isZero();
    bench.assertSound();
  }

  @Test
  void theFastPathTakesNoLockAndLeavesInuse() {
    long first = bench.alloc(bench.cpu0, s);
    Page page = bench.pageOf(first);
    slub.slabLock(bench.cpu1, page);
    long second = bench.alloc(bench.cpu0, s);
    slub.slabUnlock(bench.cpu1, page);
    assertThat(second).isEqualTo(first + s.size);
    assertThat((int) page.inuse).isEqualTo(4);
    bench.assertSound();
  }

  @Test
  void objectsThatOthersFreedIntoTheCpusSlabAreTakenNext() {
    long[] objects = new long[s.objects];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = bench.alloc(bench.cpu0, s);
    }
    bench.free(bench.cpu1, s, objects[1]);
    bench.free(bench.cpu1, s, objects[2]);
    assertThat(bench.alloc(bench.cpu0, s)).isEqualTo(objects[2]);
    assertThat(bench.alloc(bench.cpu0, s)).isEqualTo(objects[1]);
    bench.assertSound();
  }

  @Test
  void anExhaustedSlabIsPutBackAndAPartialOneTaken() {
    Page partial = bench.partialSlabs(s, 4, 4)[1];
    bench.slub.flushAll(bench.cpu0, s);
    Page own = bench.pageOf(bench.alloc(bench.cpu0, s));
    for (int i = 1; i < s.objects; i++) {
      bench.alloc(bench.cpu0, s);
    }
    long freed = bench.machine.memMap.address(partial) + s.size;
    bench.free(bench.cpu1, s, freed);

    assertThat(bench.alloc(bench.cpu0, s)).isEqualTo(freed);

    assertThat(s.cpuSlab[0]).isSameAs(partial);
    assertThat(Slub.slabFrozen(partial)).isTrue();
    assertThat(Slub.slabFrozen(own)).isFalse();
    bench.assertSound();
  }

  @Test
  void withSlabDebugEveryAllocationTakesOneObjectUnderTheLock() {
    KmemCache debug = bench.cache(SlabFlag.SLAB_RED_ZONE);
    Page page = bench.pageOf(bench.alloc(bench.cpu0, debug));
    assertThat((int) page.inuse).isEqualTo(1);
    assertThat(page.locklessFreelist).isZero();
    bench.alloc(bench.cpu0, debug);
    assertThat((int) page.inuse).isEqualTo(2);
    assertThat(page.freelist).isZero();
    bench.assertSound();
  }

  @Test
  void withoutMemoryItFails() {
    while (bench.machine.pages.allocPages(bench.cpu0, Gfp.KERNEL, 0) != null) {}
    assertThat(slub.kmemCacheAlloc(bench.cpu0, s, Gfp.KERNEL)).isZero();
    assertThat(bench.cpu0.irqsDisabled()).isFalse();
    assertThat(bench.cpu0.preemptCount()).isZero();
    assertThat(s.cpuSlab[0]).isNull();
  }

  @Test
  void noObjectIsHandedOutTwice() {
    for (int i = 0; i < 40; i++) {
      bench.alloc(i % 3 == 0 ? bench.cpu1 : bench.cpu0, s);
    }
    bench.assertSound();
  }

  @Test
  void aConstructedObjectIsHandedOutConstructed() {
    KmemCache made = bench.cache(2, 0, 0, (memory, object) -> memory.store(object, 0xc0), null);
    long object = bench.alloc(bench.cpu0, made);
    assertThat(bench.machine.memMap.load(object)).isEqualTo(0xc0);
    bench.free(bench.cpu0, made, object);
    assertThat(bench.machine.memMap.load(object))
        .as("the free pointer is elsewhere")
        .isEqualTo(192);
    bench.assertSound();
  }
}
