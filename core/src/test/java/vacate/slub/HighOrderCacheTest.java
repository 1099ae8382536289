// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.mm.Page;

/** Slabs of two pages. */
class HighOrderCacheTest {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(ints = {0, SlabFlag.SLAB_STORE_USER, SlabFlag.SLAB_DESTROY_BY_RCU})
  void objectsOfHeadAndTailLiveAndDieWithTheHead(int flags) {
    KmemCache s = bench.cache(2, 1, flags, null, null);
    long[] objects = bench.fullSlab(s);
    Page head = bench.pageOf(objects[0]);
    assertThat(bench.pageOf(objects[objects.length - 1])).isSameAs(head);
    assertThat((int) head.inuse).isEqualTo(objects.length);
    bench.assertSound();

    for (long object : objects) {
      bench.free(bench.cpu1, s, object);
    }
    bench.assertSound();
    bench.slub.rcuGracePeriodEnds(bench.cpu1);

    assertThat(bench.machine.pages.isFree(head)).isTrue();
    assertThat(bench.cpu0.nrSlab + bench.cpu1.nrSlab).isZero();
    bench.assertSound();
  }

  @Test
  void itsPagesAreCounted() {
    KmemCache s = bench.cache(2, 2, 0, null, null);
    bench.alloc(bench.cpu0, s);
    assertThat(bench.cpu0.nrSlab).isEqualTo(4);
    bench.assertSound();
  }
}
