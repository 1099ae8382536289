// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;

/** {@code slab_free} and {@code __slab_free}: every way an object can go. */
class FreeTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(0);

  @Test
  void anObjectOfTheCpusOwnSlabGoesBackWithoutALock() {
    long object = bench.alloc(bench.cpu0, s);
    Page page = bench.pageOf(object);
    slub.slabLock(bench.cpu1, page);
    assertThat(bench.free(bench.cpu0, s, object)).isEqualTo(Freed.LOCKLESS);
    slub.slabUnlock(bench.cpu1, page);
    assertThat(page.locklessFreelist).isEqualTo(object);
    assertThat((int) page.inuse).as("unchanged").isEqualTo(4);
    bench.assertSound();
  }

  @Test
  void withSlabDebugTheCpusOwnSlabTakesTheSlowPath() {
    KmemCache debug = bench.cache(SlabFlag.SLAB_DEBUG_FREE);
    long object = bench.alloc(bench.cpu0, debug);
    assertThat(bench.free(bench.cpu0, debug, object)).isEqualTo(Freed.FROZEN);
    bench.assertSound();
  }

  @Test
  void anObjectOfAnotherCpusSlabStaysOffTheLists() {
    long object = bench.alloc(bench.cpu0, s);
    assertThat(bench.free(bench.cpu1, s, object)).isEqualTo(Freed.FROZEN);
    Page page = bench.pageOf(object);
    assertThat(page.freelist).isEqualTo(object);
    assertThat((int) page.inuse).isEqualTo(3);
    assertThat(s.getNode().nrPartial).isZero();
    bench.assertSound();
  }

  @Test
  void theLastObjectOfAFrozenSlabDoesNotDiscardIt() {
    KmemCache debug = bench.cache(SlabFlag.SLAB_DEBUG_FREE);
    long object = bench.alloc(bench.cpu0, debug);
    bench.free(bench.cpu1, debug, object);
    assertThat((int) bench.pageOf(object).inuse).isZero();
    assertThat(bench.pageOf(object).isSlab()).isTrue();
    bench.assertSound();
  }

  @Test
  void theFirstObjectOfAFullSlabPutsItAtTheHeadOfThePartialList() {
    long[] a = bench.fullSlab(s);
    long[] b = bench.fullSlab(s);
    bench.free(bench.cpu0, s, a[0]);
    assertThat(bench.free(bench.cpu0, s, b[0])).isEqualTo(Freed.TO_PARTIAL);
    assertThat(ShrinkTest.partial(s)).containsExactly(bench.pageOf(b[0]), bench.pageOf(a[0]));
    bench.assertSound();
  }

  @Test
  void theFirstObjectOfATrackedFullSlabTakesItOffTheFullList() {
    KmemCache tracked = bench.cache(SlabFlag.SLAB_STORE_USER);
    long[] objects = bench.fullSlab(tracked);
    assertThat(bench.free(bench.cpu0, tracked, objects[0])).isEqualTo(Freed.TO_PARTIAL);
    assertThat(tracked.getNode().full.isEmpty()).isTrue();
    bench.assertSound();
  }

  @Test
  void anyOtherObjectLeavesTheSlabWhereItIs() {
    long[] objects = bench.fullSlab(s);
    bench.free(bench.cpu0, s, objects[0]);
    assertThat(bench.free(bench.cpu0, s, objects[1])).isEqualTo(Freed.PARTIAL);
    assertThat((int) bench.pageOf(objects[0]).inuse).isEqualTo(2);
    assertThat(s.getNode().nrPartial).isEqualTo(1);
    bench.assertSound();
  }

  @Test
  void theLastObjectTakesTheSlabOffThePartialListAndDiscardsIt() {
    long last = bench.partialSlab(s, 1)[0];
    assertThat(bench.free(bench.cpu0, s, last)).isEqualTo(Freed.DISCARDED);
    assertThat(s.getNode().nrPartial).isZero();
    assertThat(bench.machine.pages.isFree(bench.pageOf(last))).isTrue();
    bench.assertSound();
  }

  @Test
  void theOnlyObjectOfASlabIsFirstAndLast() {
    KmemCache large = bench.cache(Bench.PAGE_WORDS, 0, 0, null, null);
    assertThat(large.objects).isEqualTo(1);
    long object = bench.fullSlab(large)[0];
    assertThat(bench.free(bench.cpu0, large, object)).isEqualTo(Freed.DISCARDED);
    bench.assertSound();
  }

  @Test
  void theOnlyObjectOfATrackedSlabLeavesTheFullList() {
    KmemCache large = bench.cache(6, 0, SlabFlag.SLAB_STORE_USER, null, null);
    assertThat(large.objects).isEqualTo(1);
    long object = bench.fullSlab(large)[0];
    assertThat(bench.free(bench.cpu0, large, object)).isEqualTo(Freed.DISCARDED);
    assertThat(large.getNode().full.isEmpty()).isTrue();
    bench.assertSound();
  }
}
