// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;

/** Defect (g): a vacate keeps no hold of the cache. */
class VacateDestroyedCacheTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;

  @Test
  void aCacheThatIsDestroyedByTheKickIsUsedAfterItWasFreed() {
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> null,
            (cpu, s, nr, objects, pinned) -> {
              bench.free(bench.cpu0, s, objects[0]);
              slub.kmemCacheDestroy(bench.cpu0, s);
            });
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    Page page = bench.partialSlabs(s, 1)[0];

    assertThatThrownBy(() -> slub.vacate(bench.cpu1, page))
        .isInstanceOf(KernelBug.class)
        .hasMessage("get_node: use after free of the kmem_cache");
    assertThat(bench.cpu0.complaint()).startsWith("kmem_cache_destroy: WARN_ON(1)");
  }

  @Test
  void theSizeOfTheVectorMayBeReadFromFreedMemory() {
    KmemCache s = bench.cache(0);
    Page page = bench.partialSlabs(s, 1)[0];
    slub.kmemCacheDestroy(bench.cpu0, s);

    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.NO_MEMORY);

    assertThat(bench.cpu1.complaint()).isEqualTo("kmalloc: the size was read from freed memory");
    assertThat(slub.returnValue(Vacated.NO_MEMORY, 0)).as("and reported as success").isEqualTo(1);
  }
}
