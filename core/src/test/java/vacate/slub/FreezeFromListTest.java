// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;

/** {@code freeze_from_list}: inuse says which list the slab is on (claim C13). */
class FreezeFromListTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;

  @Test
  void aSlabWithAFreeObjectLeavesThePartialList() {
    KmemCache s = bench.cache(0);
    Page page = bench.partialSlabs(s, 3)[0];
    freeze(s, page);
    assertThat(ShrinkTest.partial(s)).isEmpty();
    assertThat(s.getNode().nrPartial).isZero();
    assertThat(Slub.slabFrozen(page)).isTrue();
  }

  @Test
  void aTrackedFullSlabLeavesTheFullList() {
    KmemCache s = bench.cache(SlabFlag.SLAB_STORE_USER);
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    freeze(s, page);
    assertThat(s.getNode().full.isEmpty()).isTrue();
    assertThat(Slub.slabFrozen(page)).isTrue();
  }

  @Test
  void aFullSlabIsOnNoListAndIsOnlyFrozen() {
    KmemCache s = bench.cache(0);
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    freeze(s, page);
    assertThat(Slub.slabFrozen(page)).isTrue();
    assertThat(s.getNode().nrPartial).isZero();
  }

  @Test
  void aSlabThatIsNotWhereItsInuseSaysIsABug() {
    KmemCache s = bench.cache(0);
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    page.inuse = 3;
    assertThatThrownBy(() -> freeze(s, page))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("list_del: ");
  }

  private void freeze(KmemCache s, Page page) {
    slub.slabLock(bench.cpu0, page);
    slub.freezeFromList(bench.cpu0, s, page);
    slub.slabUnlock(bench.cpu0, page);
  }
}
