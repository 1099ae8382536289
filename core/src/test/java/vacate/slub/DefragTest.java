// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;

/** {@code kmem_cache_defrag}: each gate that a cache must pass, and what is counted. */
class DefragTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;

  @Test
  void vacatesWhatIsOverMaxPartialIfTheSlabsAreSparseEnough() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, ShrinkTest.slabsOf(12, 1));

    assertThat(slub.kmemCacheDefrag(bench.cpu0, 25)).isEqualTo(2);

    assertThat(s.getNode().nrPartial).isEqualTo(10);
    bench.assertSound();
  }

  @Test
  void leavesACacheAloneThatIsFullerThanAsked() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, ShrinkTest.slabsOf(12, 1));

    assertThat(slub.kmemCacheDefrag(bench.cpu0, 24)).isZero();

    assertThat(s.getNode().nrPartial).isEqualTo(12);
    bench.assertSound();
  }

  @Test
  void fullSlabsCountAsUsed() {
    KmemCache s = bench.cache(0);
    int[] inuse = ShrinkTest.slabsOf(18, 1);
    Arrays.fill(inuse, 0, 6, s.objects);
    bench.partialSlabs(s, inuse);

    assertThat(slub.kmemCacheDefrag(bench.cpu0, 49)).isZero();
    assertThat(slub.kmemCacheDefrag(bench.cpu0, 50)).isEqualTo(2);
    bench.assertSound();
  }

  @Test
  void leavesAShortPartialListAlone() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, ShrinkTest.slabsOf(10, 1));

    assertThat(slub.kmemCacheDefrag(bench.cpu0, 100)).isZero();

    assertThat(s.getNode().nrPartial).isEqualTo(10);
    bench.assertSound();
  }

  @Test
  void leavesACacheWithoutKickAlone() {
    KmemCacheOps getOnly = new KmemCacheOps((cpu, s, nr, objects) -> null, null);
    KmemCache s = bench.cache(2, 0, 0, null, getOnly);
    bench.partialSlabs(s, ShrinkTest.slabsOf(11, 1));

    assertThat(slub.kmemCacheDefrag(bench.cpu0, 100)).isZero();

    assertThat(s.getNode().nrPartial).isEqualTo(11);
    bench.assertSound();
  }

  @Test
  void givesUpWhileACacheIsBeingCreatedOrDestroyed() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, ShrinkTest.slabsOf(11, 1));
    slub.slubLock.downWrite(bench.cpu1);

    assertThat(slub.kmemCacheDefrag(bench.cpu0, 100)).isZero();

    slub.slubLock.upWrite();
    assertThat(s.getNode().nrPartial).isEqualTo(11);
    bench.assertSound();
  }

  @Test
  void countsPagesNotSlabs() {
    KmemCache s = bench.cache(2, 1, 0, null, bench.kicking(Integer.MAX_VALUE));
    bench.partialSlabs(s, ShrinkTest.slabsOf(11, 1));

    assertThat(slub.kmemCacheDefrag(bench.cpu0, 100)).isEqualTo(2);
    bench.assertSound();
  }

  @Test
  void countsTheEmptySlabsThatItFreed() {
    KmemCache s = bench.cache(0);
    long[] first = new long[10];
    for (int i = 0; i < first.length; i++) {
      first[i] = bench.fullSlab(s)[0];
    }
    Page kept = bench.keptSlab(s);
    for (long object : first) {
      bench.free(bench.cpu0, s, object);
    }

    assertThat(slub.kmemCacheDefrag(bench.cpu0, 100)).isEqualTo(1);

    assertThat(bench.machine.pages.isFree(kept)).isTrue();
    bench.assertSound();
  }

  @Test
  void withoutMemoryItFollowsANullPointer() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, ShrinkTest.slabsOf(11, 1));
    bench.cpu0.failKmalloc(1);

    assertThatThrownBy(() -> slub.kmemCacheDefrag(bench.cpu0, 100))
        .isInstanceOf(KernelBug.class)
        .hasMessage("sort_partial_list: NULL pointer dereference, the kmalloc was not tested");
  }
}
