// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;

/** {@code get_partial} and {@code lock_and_freeze_slab}. */
class GetPartialTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(0);

  @Test
  void theFirstSlabIsTakenLockedFrozenAndOffTheList() {
    Page[] pages = bench.partialSlabs(s, 1, 2);
    Page page = slub.getPartial(bench.cpu0, s);
    assertThat(page).isSameAs(pages[0]);
    assertThat(slub.slabTrylock(bench.cpu1, page)).isFalse();
    assertThat(Slub.slabFrozen(page)).isTrue();
    assertThat(ShrinkTest.partial(s)).containsExactly(pages[1]);
    assertThat(s.getNode().nrPartial).isEqualTo(1);
    assertThat(s.getNode().listLock.isLocked()).isFalse();
  }

  @Test
  void aSlabThatSomebodyHasLockedIsPassedOver() {
    Page[] pages = bench.partialSlabs(s, 1, 2);
    slub.slabLock(bench.cpu1, pages[0]);
    assertThat(slub.getPartial(bench.cpu0, s)).isSameAs(pages[1]);
    assertThat(Slub.slabFrozen(pages[0])).isFalse();
    assertThat(ShrinkTest.partial(s)).containsExactly(pages[0]);
  }

  @Test
  void ifAllAreLockedThereIsNone() {
    Page page = bench.partialSlabs(s, 1)[0];
    slub.slabLock(bench.cpu1, page);
    assertThat(slub.getPartial(bench.cpu0, s)).isNull();
    assertThat(s.getNode().listLock.isLocked()).isFalse();
  }

  @Test
  void whileNrPartialIsZeroTheListIsNotLookedAt() {
    Page page = bench.partialSlabs(s, 1)[0];
    s.getNode().nrPartial = 0;
    assertThat(slub.getPartial(bench.cpu0, s)).isNull();
    assertThat(ShrinkTest.partial(s)).containsExactly(page);
  }
}
