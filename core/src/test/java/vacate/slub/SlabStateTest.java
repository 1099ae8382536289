// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;
import vacate.mm.PageFlag;

/** The slab lock and the flags share one word; each touches its own bit. */
class SlabStateTest {
  private static final int ALL = 1 << PageFlag.PG_LOCKED | 1 << PageFlag.PG_ERROR | 1 << 6 | 1 << 7;

  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final Page page = bench.machine.memMap.page(1);

  SlabStateTest() {
    page.flags.clearBitNonAtomic(PageFlag.PG_BUDDY);
  }

  @Test
  void frozenIsPgActive() {
    slub.setSlabFrozen(bench.cpu0, page);
    assertThat(page.flags.read()).isEqualTo(1 << PageFlag.PG_ACTIVE);
    assertThat(Slub.slabFrozen(page)).isTrue();
    setAll();
    slub.clearSlabFrozen(bench.cpu0, page);
    assertThat(page.flags.read()).isEqualTo(ALL & ~(1 << PageFlag.PG_ACTIVE));
    assertThat(Slub.slabFrozen(page)).isFalse();
  }

  @Test
  void debugIsPgError() {
    slub.setSlabDebug(page);
    assertThat(page.flags.read()).isEqualTo(1 << PageFlag.PG_ERROR);
    assertThat(Slub.slabDebug(page)).isTrue();
    setAll();
    slub.clearSlabDebug(page);
    assertThat(page.flags.read()).isEqualTo(ALL & ~(1 << PageFlag.PG_ERROR));
    assertThat(Slub.slabDebug(page)).isFalse();
  }

  @Test
  void pageSlabIsPgSlab() {
    slub.setPageSlab(page);
    assertThat(page.flags.read()).isEqualTo(1 << PageFlag.PG_SLAB);
    setAll();
    slub.clearPageSlab(page);
    assertThat(page.flags.read()).isEqualTo(ALL & ~(1 << PageFlag.PG_SLAB));
  }

  @Test
  void theSlabLockIsPgLocked() {
    slub.slabLock(bench.cpu0, page);
    assertThat(page.flags.read()).isEqualTo(1 << PageFlag.PG_LOCKED);
    assertThat(slub.slabTrylock(bench.cpu1, page)).isFalse();
    slub.slabUnlock(bench.cpu0, page);
    assertThat(page.flags.read()).isZero();
    assertThat(slub.slabTrylock(bench.cpu1, page)).isTrue();
  }

  @Test
  void unlockingASlabThatIsNotLockedIsABug() {
    assertThatThrownBy(() -> slub.slabUnlock(bench.cpu0, page))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("bit_spin_unlock: ");
  }

  @Test
  void theCacheIsTheMappingWord() {
    assertThat(Slub.cacheOf(page)).isNull();
    KmemCache s = bench.cache(0);
    page.slab = s;
    assertThat(Slub.cacheOf(page)).isSameAs(s);
  }

  private void setAll() {
    slub.setSlabFrozen(bench.cpu0, page);
    slub.setSlabDebug(page);
    slub.setPageSlab(page);
    page.flags.setBitNonAtomic(PageFlag.PG_LOCKED);
  }
}
