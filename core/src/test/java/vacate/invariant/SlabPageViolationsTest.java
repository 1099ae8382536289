// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.SlabObjects;

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
    assertThat(bench.damage())
        .extracting(Damage::toString)
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

  @Test
  void anOffsetThatIsNotTheCaches() {
    partial.offset = 1;
    assertFound(Violation.OFFSET_WRONG, partial + ": offset is 1, not 0");
  }

  @Test
  void slabDebugThatWasLost() {
    clear(full, PageFlag.PG_ERROR);
    assertFound(Violation.SLAB_DEBUG_WRONG, full + " has lost SlabDebug");
  }

  @Test
  void slabDebugOfACacheThatIsNotDebugged() {
    set(partial, PageFlag.PG_ERROR);
    assertFound(Violation.SLAB_DEBUG_WRONG, partial + " has SlabDebug, its cache is not debugged");
  }

  @Test
  void aFlagThatIsNoSlabs() {
    set(partial, PageFlag.PG_PRIVATE);
    assertFound(Violation.FLAGS_WRONG, partial + ": flags are 0x880");
  }

  @Test
  void aSlabThatCannotBeginThere() {
    partial.slab = bench.cache(2, 3, 0, null, null);
    assertThat(bench.violations()).contains(Violation.SLAB_MISPLACED);
  }

  @Test
  void aRedZoneThatDoesNotSayWhetherTheObjectIsInUse() {
    KmemCache s = bench.cache(SlabFlag.SLAB_RED_ZONE);
    long used = bench.alloc(bench.cpu0, s);
    long free = bench.pageOf(used).freelist;
    bench.machine.memMap.store(used + s.objsize, SlabObjects.RED_INACTIVE);
    assertFound(Violation.RED_ZONE_WRONG, "object " + used + " is in use, its red zone says no");
    bench.machine.memMap.store(used + s.objsize, SlabObjects.RED_ACTIVE);
    bench.machine.memMap.store(free + s.objsize, SlabObjects.RED_ACTIVE);
    assertFound(Violation.RED_ZONE_WRONG, "object " + free + " is free, its red zone says no");
  }

  @Test
  void aFreeObjectThatWasWrittenTo() {
    KmemCache s = bench.cache(SlabFlag.SLAB_POISON);
    long free = bench.pageOf(bench.alloc(bench.cpu0, s)).freelist;
    bench.machine.memMap.store(free, 7);
    assertFound(Violation.POISON_WRONG, "object " + free + " was written to after its free");
  }

  @Test
  void aTrackThatNamesNoCpu() {
    long used = bench.machine.memMap.address(full);
    bench.machine.memMap.store(used + tracked.size - 2, 3);
    assertFound(
        Violation.TRACK_WRONG, "object " + used + " is in use, allocated by 3 and freed by 0");
  }

  @Test
  void aTrackThatSaysThatNobodyAllocatedWhatIsInUse() {
    long used = bench.machine.memMap.address(full);
    bench.machine.memMap.store(used + tracked.size - 2, 0);
    assertFound(
        Violation.TRACK_WRONG, "object " + used + " is in use, allocated by 0 and freed by 0");
  }

  @Test
  void theFreePointerOfAnObjectInUseWhereItDoesNotOverlayTheObject() {
    KmemCache s = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);
    long used = bench.alloc(bench.cpu0, s);
    bench.machine.memMap.store(used + s.offset, 7);
    assertFound(
        Violation.FREELIST_CORRUPT, "object " + used + " is in use, its free pointer is corrupt");
  }
}
