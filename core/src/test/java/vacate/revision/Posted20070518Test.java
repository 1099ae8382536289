// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.invariant.Violation;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.Vacated;

class Posted20070518Test {
  private final Bench bench = new Bench(Posted20070518::new);

  @ParameterizedTest
  @EnumSource
  void returns1OnlyIfEveryObjectIsOut(Vacated end) {
    assertThat(bench.slub.returnValue(end, end == Vacated.LEFTOVER ? 1 : 0))
        .isEqualTo(end == Vacated.EMPTIED ? 1 : 0);
  }

  @Test
  void withoutMemoryForTheVectorThePageReferenceStays() {
    KmemCache s = bench.cache(0);
    Page page = bench.partialSlabs(s, 1)[0];
    bench.cpu1.failKmalloc(1);

    assertThat(bench.slub.kmemCacheVacate(bench.cpu1, page)).isZero();

    assertThat(page.countNow()).isEqualTo(2);
    assertThat(bench.violations()).containsExactly(Violation.REFERENCE_WRONG);
  }

  @Test
  void theReferenceIsDroppedOtherwise() {
    KmemCache s = bench.cache(2, 0, 0, null, bench.kicking(0));
    Page page = bench.partialSlabs(s, 1)[0];

    assertThat(bench.slub.kmemCacheVacate(bench.cpu1, page)).isZero();

    bench.assertSound();
  }

  /** Whatever order they were freed in. */
  @Test
  void whatIsLeftFreeIsChainedByAddress() {
    KmemCache s = bench.cache(2, 0, 0, null, bench.kicking(0));
    long[] objects = bench.fullSlab(s);
    bench.free(bench.cpu0, s, objects[0]);
    bench.free(bench.cpu0, s, objects[2]);
    Page page = bench.pageOf(objects[1]);
    assertThat(page.freelist).isEqualTo(objects[2]);

    bench.slub.kmemCacheVacate(bench.cpu1, page);

    assertThat(page.freelist).isEqualTo(objects[0]);
    bench.assertSound();
    assertThat(bench.alloc(bench.cpu1, s)).isEqualTo(objects[0]);
    assertThat(bench.alloc(bench.cpu1, s)).isEqualTo(objects[2]);
    bench.assertSound();
  }
}
