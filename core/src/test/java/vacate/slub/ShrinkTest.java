// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.kernel.ListHead;
import vacate.mm.Page;

/** {@code kmem_cache_shrink} and {@code sort_partial_list}; four objects in a slab. */
class ShrinkTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;

  @Test
  void sortsThePartialListFullestFirst() {
    KmemCache s = bench.cache(0);
    Page[] pages = bench.partialSlabs(s, 1, 3, 2);
    assertThat(partial(s)).containsExactly(pages);

    assertThat(slub.kmemCacheShrink(bench.cpu0, s)).isZero();

    assertThat(partial(s)).containsExactly(pages[1], pages[2], pages[0]);
    bench.assertSound();
  }

  @Test
  void freesTheEmptySlabsOfThePartialList() {
    KmemCache s = bench.cache(0);
    long[] full = bench.fullSlab(s);
    long first = bench.alloc(bench.cpu0, s);
    long second = bench.alloc(bench.cpu1, s);
    bench.free(bench.cpu0, s, first);
    bench.free(bench.cpu1, s, second);
    slub.flushAll(bench.cpu0, s);
    bench.free(bench.cpu0, s, full[0]);
    assertThat(s.getNode().nrPartial).as("one in use and two empty").isEqualTo(3);

    slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(partial(s)).containsExactly(bench.pageOf(full[1]));
    assertThat(bench.machine.pages.isFree(bench.pageOf(first))).isTrue();
    assertThat(bench.machine.pages.isFree(bench.pageOf(second))).isTrue();
    bench.assertSound();
  }

  @Test
  void leavesAnEmptySlabThatSomebodyHasLocked() {
    KmemCache s = bench.cache(0);
    Page kept = bench.keptSlab(s);
    slub.slabLock(bench.cpu1, kept);

    slub.kmemCacheShrink(bench.cpu0, s);

    slub.slabUnlock(bench.cpu1, kept);
    assertThat(partial(s)).containsExactly(kept);
    bench.assertSound();
  }

  @Test
  void putsBackTheSlabsOfAllCpusFirst() {
    KmemCache s = bench.cache(0);
    bench.alloc(bench.cpu0, s);
    long other = bench.alloc(bench.cpu1, s);
    bench.alloc(bench.cpu1, s);

    slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(s.cpuSlab).containsOnlyNulls();
    assertThat(partial(s)).hasSize(2).startsWith(bench.pageOf(other));
    bench.assertSound();
  }

  @Test
  void reportsEnomemAndLeavesTheListAlone() {
    KmemCache s = bench.cache(0);
    Page[] pages = bench.partialSlabs(s, 1, 3);
    bench.cpu0.failKmalloc(1);

    assertThat(slub.kmemCacheShrink(bench.cpu0, s)).isEqualTo(-12);

    assertThat(partial(s)).containsExactly(pages);
    bench.assertSound();
  }

  @Test
  void aSlabThatCountsMoreObjectsThanItHasIsABug() {
    KmemCache s = bench.cache(0);
    Page page = bench.partialSlabs(s, 1)[0];
    page.inuse = Page.MAPCOUNT_RESET;
    assertThatThrownBy(() -> slub.kmemCacheShrink(bench.cpu0, s))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("sort_partial_list: ");
  }

  static List<Page> partial(KmemCache s) {
    List<Page> pages = new ArrayList<>();
    for (ListHead at = s.getNode().partial.next; at != s.getNode().partial; at = at.next) {
      pages.add(Page.of(at));
    }
    return pages;
  }

  /** Slabs that all have the same number of objects in use. */
  static int[] slabsOf(int slabs, int inuse) {
    int[] counts = new int[slabs];
    Arrays.fill(counts, inuse);
    return counts;
  }
}
