// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.mm.Page;

/** SLAB and SLOB do not support slab defragmentation. */
class OtherAllocatorsTest {
  static Stream<SlabAllocator> others() {
    return Stream.of(new Slab(), new Slob());
  }

  @ParameterizedTest
  @MethodSource("others")
  void vacateReturnsZeroAndLeavesThePageAlone(SlabAllocator allocator) {
    Bench bench = new Bench();
    KmemCache s = bench.cache(0);
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    assertThat(allocator.kmemCacheVacate(bench.cpu0, page)).isZero();
    assertThat((int) page.inuse).isEqualTo(s.objects);
    bench.assertSound();
  }

  @ParameterizedTest
  @MethodSource("others")
  void defragFreesNothing(SlabAllocator allocator) {
    assertThat(allocator.kmemCacheDefrag(new Bench().cpu0, 100)).isZero();
  }
}
