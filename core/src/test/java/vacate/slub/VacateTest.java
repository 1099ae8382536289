// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.mm.Page;

/** {@code __kmem_cache_vacate}: where a slab goes by what the kick leaves in it. */
class VacateTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;

  @ParameterizedTest(name = "{0} in use, {1} kicked")
  @CsvSource({"4, 4", "2, 2", "1, 1"})
  void aSlabThatIsEmptiedIsKeptOnAShortPartialListAndSuccessIsReported(int inuse, int kicked) {
    KmemCache s = bench.cache(2, 0, 0, null, bench.kicking(kicked));
    Page page = bench.partialSlabs(s, inuse)[0];

    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.EMPTIED);

    assertThat(slub.returnValue(Vacated.EMPTIED, 0)).isEqualTo(1);
    assertThat(page.isSlab()).as("defect (a2): it is still a slab").isTrue();
    assertThat(ShrinkTest.partial(s)).containsExactly(page);
    assertThat((int) page.inuse).isZero();
    bench.assertSound();
  }

  @Test
  void aSlabThatIsEmptiedIsFreedWhenThePartialListIsLongEnough() {
    KmemCache s = bench.cache(0);
    Page page = bench.partialSlabs(s, 2, 1, 1)[0];

    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.EMPTIED);

    assertThat(bench.machine.pages.isFree(page)).isTrue();
    assertThat(ShrinkTest.partial(s)).hasSize(2).doesNotContain(page);
    bench.assertSound();
  }

  @Test
  void aFullSlabWithObjectsLeftBecomesAPartialOne() {
    KmemCache s = bench.cache(2, 0, 0, null, bench.kicking(1));
    Page page = bench.pageOf(bench.fullSlab(s)[0]);

    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);

    assertThat(slub.returnValue(Vacated.LEFTOVER, 1)).isZero();
    assertThat(ShrinkTest.partial(s)).containsExactly(page);
    assertThat((int) page.inuse).isEqualTo(3);
    bench.assertSound();
  }

  @Test
  void aFullSlabThatStaysFullGoesToNoPartialList() {
    KmemCache s = bench.cache(2, 0, 0, null, bench.kicking(0));
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);
    assertThat(ShrinkTest.partial(s)).as("claim C16 does not hold").isEmpty();
    assertThat(Slub.slabFrozen(page)).isFalse();
    bench.assertSound();
  }

  @Test
  void aTrackedFullSlabThatStaysFullGoesBackToTheFullList() {
    KmemCache s = bench.cache(2, 0, SlabFlag.SLAB_STORE_USER, null, bench.kicking(0));
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);
    assertThat(s.getNode().full.next).isSameAs(page.lru);
    bench.assertSound();
  }

  @ParameterizedTest
  @CsvSource({"0", "65536", "1024", "2048", "524288"})
  void everyKindOfCacheIsEmptiedSoundly(int flags) {
    KmemCache s = bench.cache(flags);
    Page full = bench.pageOf(bench.fullSlab(s)[0]);
    assertThat(slub.vacate(bench.cpu0, full)).isEqualTo(Vacated.EMPTIED);
    bench.assertSound();
    slub.rcuGracePeriodEnds(bench.cpu0);
    bench.assertSound();
  }

  @Test
  void aPageMayBeVacatedAgain() {
    KmemCache s = bench.cache(2, 0, 0, null, bench.kicking(1));
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    for (int left = 3; left > 0; left--) {
      assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.LEFTOVER);
      assertThat((int) page.inuse).isEqualTo(left);
    }
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.EMPTIED);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.EMPTY);
    bench.assertSound();
  }
}
