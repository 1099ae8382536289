// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;

/** {@code deactivate_slab}, {@code flush_slab} and {@code flush_all}. */
class DeactivateSlabTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(0);

  @Test
  void locklessObjectsGoBackToTheFreelistAndAreNoLongerInUse() {
    Page page = bench.pageOf(bench.alloc(bench.cpu0, s));
    assertThat((int) page.inuse).as("lockless objects count as used").isEqualTo(4);
    assertThat(page.locklessFreelist).isNotZero();

    slub.slabLock(bench.cpu0, page);
    slub.deactivateSlab(bench.cpu0, s, page);

    assertThat(page.locklessFreelist).isZero();
    assertThat((int) page.inuse).isEqualTo(1);
    assertThat(s.cpuSlab[0]).isNull();
    bench.assertSound();
  }

  @Test
  void objectsThatOthersFreedMeanwhileStayOnTheFreelist() {
    long object = bench.alloc(bench.cpu0, s);
    assertThat(bench.free(bench.cpu1, s, object)).isEqualTo(Freed.FROZEN);
    Page page = bench.pageOf(object);
    assertThat(page.freelist).isEqualTo(object);

    slub.flushSlab(bench.cpu0, s, page);

    assertThat((int) page.inuse).isZero();
    assertThat(ShrinkTest.partial(s)).containsExactly(page);
    bench.assertSound();
  }

  @Test
  void flushAllPutsBackTheSlabOfEveryCpuThatHasOne() {
    Page page = bench.pageOf(bench.alloc(bench.cpu1, s));
    slub.flushAll(bench.cpu0, s);
    assertThat(s.cpuSlab).containsOnlyNulls();
    assertThat(ShrinkTest.partial(s)).containsExactly(page);
    slub.flushAll(bench.cpu0, s);
    bench.assertSound();
  }
}
