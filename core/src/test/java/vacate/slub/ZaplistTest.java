// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;

/**
 * {@code __kmem_cache_shrink}: what is over MAX_PARTIAL is vacated, sparsest first; four objects in
 * a slab, so one in use is a quarter.
 */
class ZaplistTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;

  @Test
  void vacatesOnlyWhatIsOverMaxPartial() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, ShrinkTest.slabsOf(12, 1));

    assertThat(slub.__kmemCacheShrink(bench.cpu0, s, new long[s.objects])).isEqualTo(2);

    assertThat(s.getNode().nrPartial).isEqualTo(Slub.MAX_PARTIAL);
    assertThat(s.getNode().nrSlabs.read()).isEqualTo(10);
    bench.assertSound();
  }

  @Test
  void sparesSlabsThatAreMoreThanAQuarterFull() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, ShrinkTest.slabsOf(12, 2));

    assertThat(slub.__kmemCacheShrink(bench.cpu0, s, new long[s.objects])).isZero();

    assertThat(s.getNode().nrPartial).isEqualTo(12);
    bench.assertSound();
  }

  @Test
  void stopsAtASlabThatSomebodyHasLocked() {
    KmemCache s = bench.cache(0);
    int[] inuse = ShrinkTest.slabsOf(12, 2);
    inuse[5] = 1;
    inuse[6] = 1;
    Page[] pages = bench.partialSlabs(s, inuse);
    slub.slabLock(bench.cpu1, pages[5]);
    slub.slabLock(bench.cpu1, pages[6]);

    assertThat(slub.__kmemCacheShrink(bench.cpu0, s, new long[s.objects])).isZero();

    slub.slabUnlock(bench.cpu1, pages[5]);
    slub.slabUnlock(bench.cpu1, pages[6]);
    assertThat(s.getNode().nrPartial).isEqualTo(12);
    bench.assertSound();
  }

  @Test
  void vacatesNothingWithoutOps() {
    KmemCache s = bench.cache(2, 0, 0, null, null);
    bench.partialSlabs(s, ShrinkTest.slabsOf(12, 1));

    assertThat(slub.__kmemCacheShrink(bench.cpu0, s, new long[s.objects])).isZero();

    assertThat(s.getNode().nrPartial).isEqualTo(12);
    bench.assertSound();
  }

  @Test
  void slabsWhoseObjectsStayGoBackAndDoNotCount() {
    KmemCache s = bench.cache(2, 0, 0, null, bench.kicking(0));
    bench.partialSlabs(s, ShrinkTest.slabsOf(12, 1));

    assertThat(slub.__kmemCacheShrink(bench.cpu0, s, new long[s.objects])).isZero();

    assertThat(s.getNode().nrPartial).isEqualTo(12);
    bench.assertSound();
  }

  @Test
  void aSlabThatBecameEmptyMeanwhileIsNotKickedAgain() {
    int[] kicks = {0};
    long[] victims = new long[12];
    KmemCacheOps all =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> null,
            (cpu, s, nr, objects, pinned) -> {
              kicks[0]++;
              for (int i = 0; i < victims.length; i++) {
                Page page = bench.pageOf(victims[i]);
                if (victims[i] != 0 && Slub.slabFrozen(page)) {
                  bench.free(cpu, s, victims[i]);
                  victims[i] = 0;
                }
              }
            });
    KmemCache s = bench.cache(2, 0, 0, null, all);
    Page[] pages = bench.partialSlabs(s, ShrinkTest.slabsOf(12, 1));
    for (int i = 0; i < pages.length; i++) {
      victims[i] = bench.machine.memMap.address(pages[i]);
    }

    assertThat(slub.__kmemCacheShrink(bench.cpu0, s, new long[s.objects])).isEqualTo(2);

    assertThat(kicks[0]).as("one kick emptied both slabs").isEqualTo(1);
    bench.assertSound();
  }

  @Test
  void countsTheEmptySlabsThatSortingFreed() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, 1);
    Page kept = bench.keptSlab(bench.cache(0));
    assertThat(kept.isSlab()).isTrue();
    KmemCache t = Slub.cacheOf(kept);

    assertThat(slub.__kmemCacheShrink(bench.cpu0, t, new long[t.objects])).isEqualTo(1);
    assertThat(slub.__kmemCacheShrink(bench.cpu0, s, new long[s.objects])).isZero();

    assertThat(bench.machine.pages.isFree(kept)).isTrue();
    bench.assertSound();
  }
}
