// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.Constructor;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.Slub;
import vacate.slub.Vacated;

/** Defects (a2) and (l), cured: an emptied slab is freed, and only constructed objects kicked. */
class CorrectedPutBackTest {
  private static final Constructor CTOR = (memory, object) -> memory.store(object, 0xc0);

  private final Bench bench = new Bench(Corrected::new);

  @Test
  void anEmptiedSlabIsFreedHoweverShortThePartialListIs() {
    KmemCache s = cache(CTOR, bench.kicking(Integer.MAX_VALUE));
    Page page = bench.pageOf(bench.fullSlab(s)[0]);

    assertThat(bench.slub.kmemCacheVacate(bench.cpu1, page)).isEqualTo(1);

    assertThat(bench.machine.pages.isFree(page)).isTrue();
    assertThat(s.getNode().nrPartial).isZero();
    bench.assertSound();
  }

  @Test
  void aSlabWithObjectsLeftGoesBackToThePartialList() {
    KmemCache s = cache(CTOR, bench.kicking(1));
    Page page = bench.pageOf(bench.fullSlab(s)[0]);

    assertThat(bench.slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);

    assertThat(s.getNode().partial.next).isSameAs(page.lru);
    assertThat(Slub.slabFrozen(page)).isFalse();
    bench.assertSound();
  }

  @Test
  void withoutAConstructorNothingIsKicked() {
    KmemCache s = cache(null, bench.kicking(Integer.MAX_VALUE));
    Page page = bench.partialSlabs(s, 1)[0];
    assertThat(bench.slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.NO_OPS);
    assertThat(bench.slub.kmemCacheVacate(bench.cpu1, page)).isZero();
    bench.assertSound();
  }

  @Test
  void withoutAConstructorShrinkSortsAndFreesAndVacatesNothing() {
    KmemCache s = cache(null, bench.kicking(Integer.MAX_VALUE));
    Page[] sparse = bench.partialSlabs(s, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2);
    Page fullest = sparse[sparse.length - 1];

    assertThat(bench.slub.kmemCacheShrink(bench.cpu0, s)).isZero();

    assertThat(s.getNode().nrPartial).as("over MAX_PARTIAL, all sparse").isEqualTo(12);
    assertThat(s.getNode().partial.next).isSameAs(fullest.lru);
    bench.assertSound();

    KmemCache constructed = cache(CTOR, bench.kicking(Integer.MAX_VALUE));
    Page kept = bench.keptSlab(constructed);
    bench.slub.kmemCacheShrink(bench.cpu0, constructed);
    assertThat(bench.machine.pages.isFree(kept)).isTrue();
    bench.assertSound();
  }

  @Test
  void aConstructorDoesNotReplaceTheOps() {
    Page page = bench.partialSlabs(cache(CTOR, null), 1)[0];
    assertThat(bench.slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.NO_OPS);
    bench.assertSound();
  }

  private KmemCache cache(Constructor ctor, KmemCacheOps ops) {
    return bench.cache(2, 0, 0, ctor, ops);
  }
}
