// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;

/** {@code unfreeze_slab}: the four ways of a slab, by inuse, freelist and nr_partial. */
class UnfreezeSlabTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;

  @Test
  void aSlabWithFreeAndUsedObjectsGoesToTheHeadOfThePartialList() {
    KmemCache s = bench.cache(0);
    Page other = bench.partialSlabs(s, 1)[0];
    slub.slabLock(bench.cpu1, other);
    Page page = bench.pageOf(bench.alloc(bench.cpu0, s));
    slub.slabUnlock(bench.cpu1, other);

    slub.flushAll(bench.cpu0, s);

    assertThat(ShrinkTest.partial(s)).containsExactly(page, other);
    assertPutBack(page);
  }

  @Test
  void aFullSlabGoesToNoList() {
    KmemCache s = bench.cache(0);
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    assertThat(ShrinkTest.partial(s)).isEmpty();
    assertThat(s.getNode().full.isEmpty()).isTrue();
    assertPutBack(page);
  }

  @Test
  void aFullSlabOfATrackedCacheGoesToTheFullList() {
    KmemCache s = bench.cache(SlabFlag.SLAB_STORE_USER);
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    assertThat(s.getNode().full.next).isSameAs(page.lru);
    assertPutBack(page);
  }

  @Test
  void aFullSlabWithOtherDebugFlagsGoesToNoList() {
    KmemCache s = bench.cache(SlabFlag.SLAB_RED_ZONE);
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    assertThat(s.getNode().full.isEmpty()).isTrue();
    assertPutBack(page);
  }

  @Test
  void anEmptySlabIsKeptAtTheEndWhileThePartialListIsShort() {
    KmemCache s = bench.cache(0);
    long[] full = bench.fullSlab(s);
    long object = bench.alloc(bench.cpu0, s);
    bench.free(bench.cpu0, s, object);
    bench.free(bench.cpu1, s, full[0]);

    slub.flushAll(bench.cpu0, s);

    Page kept = bench.pageOf(object);
    assertThat(ShrinkTest.partial(s)).containsExactly(bench.pageOf(full[1]), kept);
    assertThat((int) kept.inuse).isZero();
    assertPutBack(kept);
  }

  @Test
  void anEmptySlabIsDiscardedWhenThePartialListIsLongEnough() {
    KmemCache s = bench.cache(0);
    Page[] others = bench.partialSlabs(s, 4, 4);
    long object = bench.alloc(bench.cpu0, s);
    bench.free(bench.cpu0, s, object);
    for (Page other : others) {
      bench.free(bench.cpu1, s, bench.machine.memMap.address(other));
    }
    assertThat(s.getNode().nrPartial).isEqualTo(SlabPages.MIN_PARTIAL);

    slub.flushAll(bench.cpu0, s);

    assertThat(bench.machine.pages.isFree(bench.pageOf(object))).isTrue();
    assertThat(ShrinkTest.partial(s)).hasSize(2);
    bench.assertSound();
  }

  private void assertPutBack(Page page) {
    assertThat(Slub.slabFrozen(page)).isFalse();
    assertThat(slub.slabTrylock(bench.cpu1, page)).isTrue();
    slub.slabUnlock(bench.cpu1, page);
    bench.assertSound();
  }
}
