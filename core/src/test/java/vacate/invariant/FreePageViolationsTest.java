// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Gfp;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;

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
    assertThat(bench.violations()).containsExactly(Violation.PAGE_LOST);
  }

  @Test
  void aFreeListThatRunsInACircleLosesAllPagesBehind() {
    free.lru.next = free.lru;
    assertThat(bench.violations()).containsExactly(Violation.PAGE_LOST);
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
    waiting().slab = null;
    assertFound(Violation.NR_SLAB_WRONG, "NR_SLAB is 3, there are 2");
  }

  @Test
  void anRcuQueueThatRunsInACircleDoesNotHangTheChecker() {
    Page page = waiting();
    page.lru.next = page.lru;
    bench.assertSound();
  }

  private Page waiting() {
    KmemCache rcu = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);
    long last = bench.partialSlab(rcu, 1)[0];
    bench.free(bench.cpu0, rcu, last);
    return bench.pageOf(last);
  }
}
