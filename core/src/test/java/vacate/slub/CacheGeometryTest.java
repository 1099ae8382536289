// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code calculate_sizes}: objects of two words, slabs of eight. */
class CacheGeometryTest {
  private final Bench bench = new Bench();

  @ParameterizedTest(name = "{0}, constructor {1}")
  @CsvSource({
    // flags, ctor, inuse, offset, size, objects, objects poisoned
    "PLAIN,      false, 2, 0, 2, 4, false",
    "DEBUG_FREE, false, 2, 0, 2, 4, false",
    "RED_ZONE,   false, 3, 0, 4, 2, false",
    "STORE_USER, false, 2, 0, 4, 2, false",
    "POISON,     false, 2, 2, 3, 2, true",
    "POISON,     true,  2, 2, 3, 2, false",
    "RCU,        false, 2, 2, 3, 2, false",
    "RCU_POISON, false, 2, 2, 3, 2, false",
    "PLAIN,      true,  2, 2, 3, 2, false",
    "EVERYTHING, false, 3, 3, 7, 1, true",
  })
  void metadataGoBehindTheObject(
      Kind kind, boolean ctor, int inuse, int offset, int size, int objects, boolean poisoned) {
    KmemCache s = bench.cache(2, 0, kind.flags, ctor ? (memory, object) -> {} : null, null);

    assertThat(s.inuse).isEqualTo(inuse);
    assertThat(s.offset).isEqualTo(offset);
    assertThat(s.size).isEqualTo(size);
    assertThat(s.objects).isEqualTo(objects);
    assertThat(SlabState.has(s, SlabFlag.OBJECT_POISON)).isEqualTo(poisoned);
  }

  @Test
  void aHigherOrderHoldsMoreObjects() {
    assertThat(bench.cache(2, 2, 0, null, null).objects).isEqualTo(16);
  }

  enum Kind {
    PLAIN(0),
    DEBUG_FREE(SlabFlag.SLAB_DEBUG_FREE),
    RED_ZONE(SlabFlag.SLAB_RED_ZONE),
    STORE_USER(SlabFlag.SLAB_STORE_USER),
    POISON(SlabFlag.SLAB_POISON),
    RCU(SlabFlag.SLAB_DESTROY_BY_RCU),
    RCU_POISON(SlabFlag.SLAB_DESTROY_BY_RCU | SlabFlag.SLAB_POISON),
    EVERYTHING(SlabFlag.SLAB_RED_ZONE | SlabFlag.SLAB_POISON | SlabFlag.SLAB_STORE_USER);

    final int flags;

    Kind(int flags) {
      this.flags = flags;
    }
  }
}
