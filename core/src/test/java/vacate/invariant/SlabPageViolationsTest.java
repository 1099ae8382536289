// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;
import vacate.mm.PageFlag;

/** What can be wrong with one slab. */
class SlabPageViolationsTest extends Damaged {
  @Test
  void aLockBitThatWasLeft() {
    set(partial, PageFlag.PG_LOCKED);
    assertFound(Violation.LOCK_LEFT, partial);
  }

  @Test
  void aFrozenSlabThatIsNoCpusOwn() {
    Page page = bench.pageOf(bench.fullSlab(bench.cache(0))[0]);
    freeze(page);
    assertFound(Violation.FROZEN_LEFT, page);
  }

  @Test
  void aFrozenSlabOnAListIsOnTheWrongOneToo() {
    freeze(partial);
    assertThat(bench.violations()).containsExactly(Violation.FROZEN_LEFT, Violation.WRONG_LIST);
  }

  @Test
  void aCpusOwnSlabThatIsNotFrozen() {
    Page own = bench.pageOf(bench.alloc(bench.cpu0, bench.cache(0)));
    clear(own, PageFlag.PG_ACTIVE);
    assertFound(Violation.CPU_SLAB_NOT_FROZEN, own);
  }

  @Test
  void aSlabWithFreeObjectsThatIsOnNoList() {
    partial.lru.del();
    plain.getNode().nrPartial--;
    assertFound(Violation.WRONG_LIST, partial + " is not on the partial list");
  }

  @Test
  void aFullSlabOfATrackedCacheThatIsOnNoList() {
    full.lru.del();
    assertFound(Violation.WRONG_LIST, full + " is not on the full list");
  }

  @Test
  void aFullSlabOnThePartialList() {
    full.lru.moveTo(tracked.getNode().partial);
    tracked.getNode().nrPartial++;
    assertThat(bench.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "WRONG_LIST: " + full + " is on the partial list",
            "WRONG_LIST: " + full + " is not on the full list");
  }

  @Test
  void aCountThatIsNotWhatTheFreelistLeaves() {
    partial.inuse++;
    assertFound(Violation.INUSE_WRONG, partial + ": inuse is 3, the freelist leaves 2");
  }

  @Test
  void aReferenceTooMany() {
    partial.count.inc();
    assertFound(Violation.REFERENCE_WRONG, partial + ": _count is 2, not 1");
  }

  @Test
  void aFreelistThatStartsInsideAnObject() {
    partial.freelist++;
    assertFound(Violation.FREELIST_CORRUPT, partial);
  }

  @Test
  void aFreelistThatLeadsToAnotherPage() {
    partial.freelist = bench.machine.memMap.address(free);
    assertFound(Violation.FREELIST_CORRUPT, partial);
    partial.freelist = bench.machine.memMap.address(partial) - plain.size;
    assertFound(Violation.FREELIST_CORRUPT, partial);
  }

  @Test
  void aFreelistThatRunsInACircle() {
    bench.machine.memMap.store(partial.freelist, partial.freelist);
    assertFound(Violation.FREELIST_CORRUPT, partial);
  }

  @Test
  void aLocklessFreelistThatLeadsAway() {
    Page own = bench.pageOf(bench.alloc(bench.cpu0, bench.cache(0)));
    own.locklessFreelist++;
    assertFound(Violation.FREELIST_CORRUPT, own);
  }

  @Test
  void aSlabOfNoCacheIsLostAndMissedByTheCounters() {
    Page page = bench.pageOf(bench.fullSlab(bench.cache(0))[0]);
    page.slab = null;
    assertThat(bench.violations())
        .containsExactly(Violation.PAGE_LOST, Violation.NR_SLABS_WRONG, Violation.NR_SLAB_WRONG);
  }
}
