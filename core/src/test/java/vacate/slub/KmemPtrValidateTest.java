// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code kmem_ptr_validate}. */
class KmemPtrValidateTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(0);

  @Test
  void everyObjectOfTheCacheIsValidInUseOrNot() {
    long object = bench.alloc(bench.cpu0, s);
    assertThat(slub.kmemPtrValidate(s, object)).isTrue();
    assertThat(slub.kmemPtrValidate(s, object + s.size)).isTrue();
  }

  @Test
  void whatIsNoObjectOfTheCacheIsNot() {
    long object = bench.alloc(bench.cpu0, s);
    KmemCache other = bench.cache(0);
    assertThat(slub.kmemPtrValidate(other, object)).isFalse();
    assertThat(slub.kmemPtrValidate(s, object + 1)).isFalse();
    assertThat(slub.kmemPtrValidate(s, 0)).isFalse();
    assertThat(slub.kmemPtrValidate(s, object + Bench.PAGE_WORDS)).as("a free page").isFalse();
  }

  @Test
  void objectsOnTailPagesAreValid() {
    KmemCache large = bench.cache(2, 1, 0, null, null);
    long[] objects = bench.fullSlab(large);
    assertThat(slub.kmemPtrValidate(large, objects[7])).isTrue();
    assertThat(bench.machine.memMap.virtToPage(objects[7]).isTail()).isTrue();
  }
}
