// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Gfp;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/** What can be wrong with a page that is no slab. */
class FreePageViolationsTest extends Damaged {
  @Test
  void aLockBitThatWasLeft() {
    set(free, PageFlag.PG_LOCKED);
    assertFound(Violation.LOCK_LEFT, free);
  }

  @Test
  void frozenThatWasLeft() {
    freeze(free);
    assertFound(Violation.FROZEN_LEFT, free + ": FROZEN is set on a page that is no slab");
  }

  @Test
  void aReferenceThatWasLeft() {
    free.count.inc();
    assertFound(Violation.REFERENCE_WRONG, free + " is no slab and _count is 1");
  }

  @Test
  void aPageThatNobodyHas() {
    Page page = bench.machine.pages.allocPages(bench.cpu0, Gfp.KERNEL, 0);
    page.count.dec();
    assertFound(Violation.PAGE_LOST, page + " has no references and is in no free list");
  }

  @Test
  void aFreeListThatLeadsAwayLosesAllPagesBehind() {
    free.lru.next = null;
    assertThat(bench.violations()).containsExactly(Violation.LIST_CORRUPT, Violation.PAGE_LOST);
  }

  @Test
  void aFreeListThatRunsInACircleLosesAllPagesBehind() {
    free.lru.next = free.lru;
    assertThat(bench.violations()).containsExactly(Violation.LIST_CORRUPT, Violation.PAGE_LOST);
  }

  @Test
  void aPageThatWaitsForAGracePeriodHasOneReference() {
    Page page = waiting();
    bench.assertSound();
    page.count.inc();
    assertFound(Violation.REFERENCE_WRONG, page + " is no slab and _count is 2");
  }

  @Test
  void aPageThatWaitsAndHasLostItsCacheIsNotCounted() {
    Page page = waiting();
    page.slab = null;
    assertThat(bench.damage())
        .extracting(Damage::toString)
        .containsExactly(
            "CACHE_GONE: " + page + " waits for a grace period and has no cache",
            "NR_SLAB_WRONG: NR_SLAB is 3, there are 2");
  }

  @Test
  void aPageThatWaitsWhileItsCacheIsFreed() {
    Page page = waiting();
    KmemCache s = Slub.cacheOf(page);
    bench.slub.kmemCacheDestroy(bench.cpu0, s);
    assertFound(
        Violation.CACHE_GONE, page + " waits for a grace period, " + s + " was freed meanwhile");
  }

  @Test
  void anRcuQueueThatRunsInACircle() {
    Page page = waiting();
    page.lru.next = page.lru;
    assertFound(Violation.LIST_CORRUPT, "the RCU queue of CPU 0 leads to " + page + " again");
  }

  @Test
  void aPageThatWaitsAndIsOnAFreeListToo() {
    Page page = waiting();
    bench.machine.pages.pcp[0].list.addOverwriting(page.lru);
    page.lru.next = null;
    assertThat(bench.violations()).containsExactly(Violation.LIST_CORRUPT);
  }

  @Test
  void inuseZeroInAFreePage() {
    free.inuse = 0;
    assertFound(Violation.MAPCOUNT_LEFT, free + " is no slab, inuse is 0 and offset 65535");
  }

  @Test
  void aStaleSlabInAFreePage() {
    free.slab = plain;
    assertFound(Violation.MAPPING_LEFT, free + " is no slab and has slab set");
  }

  @Test
  void aFlagThatNobodyClearsAtAFree() {
    set(free, PageFlag.PG_ERROR);
    assertFound(Violation.FLAGS_WRONG, free + " is no slab, flags are 0x80002");
  }

  @Test
  void aTailPageWithoutAHead() {
    set(free, PageFlag.PG_COMPOUND);
    set(free, PageFlag.PG_RECLAIM);
    assertFound(Violation.TAIL_WITHOUT_HEAD, free + " is a tail page of nothing");
  }

  @Test
  void aWriteThroughNull() {
    Page reserved = bench.machine.memMap.page(0);
    reserved.inuse = 0;
    assertFound(Violation.RESERVED_PAGE_WRITTEN, reserved);
  }

  @Test
  void aFreeListThatDoesNotLeadRoundBackwards() throws Exception {
    setPrev(free.lru, null);
    assertFound(Violation.LIST_CORRUPT, "the zone's free list does not lead round backwards");
  }

  @Test
  void aCpusFreeListThatDoesNotLeadRoundBackwards() throws Exception {
    Page page = bench.machine.pages.allocPages(bench.cpu1, Gfp.KERNEL, 0);
    bench.machine.pages.freePages(bench.cpu1, page, 0);
    bench.assertSound();
    setPrev(page.lru, null);
    assertFound(Violation.LIST_CORRUPT, "the free list of CPU 1 does not lead round backwards");
  }

  private Page waiting() {
    KmemCache rcu = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);
    long last = bench.partialSlab(rcu, 1)[0];
    bench.free(bench.cpu0, rcu, last);
    return bench.pageOf(last);
  }
}
