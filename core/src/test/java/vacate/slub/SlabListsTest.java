// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;

class SlabListsTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(0);
  private final KmemCache tracked = bench.cache(SlabFlag.SLAB_STORE_USER);
  private final Page a = bench.machine.memMap.page(1);
  private final Page b = bench.machine.memMap.page(2);

  SlabListsTest() {
    for (Page page : new Page[] {a, b}) {
      page.lru.del();
    }
  }

  @AfterEach
  void theListLockIsFree() {
    assertThat(s.getNode().listLock.isLocked()).isFalse();
    assertThat(tracked.getNode().listLock.isLocked()).isFalse();
  }

  @Test
  void addPartialGoesToTheHeadAndAddPartialTailToTheEnd() {
    SlabLists.addPartial(bench.cpu0, s.getNode(), a);
    SlabLists.addPartial(bench.cpu0, s.getNode(), b);
    assertThat(ShrinkTest.partial(s)).containsExactly(b, a);
    SlabLists.removePartial(bench.cpu0, s, b);
    assertThat(s.getNode().nrPartial).isEqualTo(1);
    SlabLists.addPartialTail(bench.cpu0, s.getNode(), b);
    assertThat(ShrinkTest.partial(s)).containsExactly(a, b);
    assertThat(s.getNode().nrPartial).isEqualTo(2);
  }

  @Test
  void removingFromThePartialListWhatIsOnNoneIsABug() {
    assertThatThrownBy(() -> SlabLists.removePartial(bench.cpu0, s, a))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("list_del: ");
    s.getNode().listLock.unlock(bench.cpu0);
  }

  @Test
  void theFullListIsNotCounted() {
    SlabLists.addFull(bench.cpu0, tracked.getNode(), a);
    assertThat(tracked.getNode().full.next).isSameAs(a.lru);
    assertThat(tracked.getNode().nrPartial).isZero();
    SlabLists.removeFull(bench.cpu0, tracked, a);
    assertThat(tracked.getNode().full.isEmpty()).isTrue();
  }

  @Test
  void withoutStoreUserRemoveFullDoesNothing() {
    SlabLists.addFull(bench.cpu0, s.getNode(), a);
    SlabLists.removeFull(bench.cpu0, s, a);
    assertThat(s.getNode().full.next).isSameAs(a.lru);
  }
}
