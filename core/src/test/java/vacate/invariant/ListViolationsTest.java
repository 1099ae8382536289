// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.kernel.ListHead;
import vacate.mm.Page;
import vacate.slub.Freed;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;

/** What can be wrong with the lists of a cache. */
class ListViolationsTest extends Damaged {
  @Test
  void aListThatEndsInPoison() {
    partial.lru.next = ListHead.LIST_POISON1;
    assertFound(Violation.LIST_CORRUPT, plain + ": the partial list leads away from its head");
  }

  @Test
  void aListThatEndsInNull() {
    partial.lru.next = null;
    assertFound(Violation.LIST_CORRUPT, plain);
  }

  @Test
  void aListThatRunsInACircleWithoutItsHead() {
    partial.lru.next = partial.lru;
    assertFound(Violation.LIST_CORRUPT, plain);
  }

  @Test
  void aBrokenListDoesNotHangTheCheckOfASlabThatIsNotOnIt() {
    bench.alloc(bench.cpu0, plain);
    bench.alloc(bench.cpu0, plain);
    bench.slub.flushAll(bench.cpu0, plain);
    assertThat((int) partial.inuse).as("full, on no list").isEqualTo(plain.objects);
    Page other = bench.pageOf(bench.fullSlab(plain)[0]);
    bench.free(bench.cpu0, plain, bench.machine.memMap.address(other));
    bench.assertSound();

    for (ListHead nowhere : new ListHead[] {null, other.lru}) {
      other.lru.next = nowhere;
      assertThat(bench.damage()).extracting(Damage::kind).containsExactly(Violation.LIST_CORRUPT);
    }
  }

  @Test
  void aListWhoseLinksBackwardsAreNull() throws Exception {
    setPrev(partial.lru, null);
    assertFound(Violation.LIST_CORRUPT, plain + ": the partial list does not lead round backwards");
  }

  @Test
  void aListWhoseHeadLeadsBackwardsToNull() throws Exception {
    setPrev(tracked.getNode().full, null);
    assertFound(Violation.LIST_CORRUPT, tracked + ": the full list does not lead round backwards");
  }

  @Test
  void aListOfCachesWhoseLinksBackwardsAreNull() throws Exception {
    setPrev(plain.list, null);
    assertFound(Violation.LIST_CORRUPT, "slab_caches does not lead round backwards");
  }

  @Test
  void aCacheThatIsOnNoList() {
    plain.list.del();
    assertFound(Violation.CACHE_LOST, "1 caches are not on slab_caches");
  }

  @Test
  void aListOfCachesThatLeadsToWhatIsNoCache() {
    plain.list.next = free.lru;
    assertFound(Violation.LIST_CORRUPT, "slab_caches leads to what is no cache");
  }

  @Test
  void aSlabOnNoListThatHasLinksAllTheSame() {
    Page page = bench.pageOf(bench.fullSlab(bench.cache(0))[0]);
    page.lru.next = partial.lru;
    assertFound(Violation.LIST_CORRUPT, page + " is on no list and has links");
  }

  @Test
  void aSlabOnAFreeList() {
    Page page = bench.pageOf(bench.fullSlab(bench.cache(0))[0]);
    bench.machine.pages.pcp[1].list.addOverwriting(page.lru);
    bench.machine.pages.pcp[1].count++;
    assertFound(Violation.WRONG_LIST, page + " is on a CPU's free list");
  }

  @Test
  void aFullListThatLeadsAway() {
    full.lru.next = ListHead.LIST_POISON1;
    assertFound(Violation.LIST_CORRUPT, tracked + ": the full list leads away from its head");
  }

  @Test
  void aSlabOfAnotherCache() {
    partial.lru.moveTo(tracked.getNode().partial);
    plain.getNode().nrPartial--;
    tracked.getNode().nrPartial++;
    assertThat(bench.damage())
        .extracting(Damage::toString)
        .containsExactly(
            "DEAD_PAGE_ON_LIST: " + partial + " is on the partial list and no slab of " + tracked,
            "WRONG_LIST: " + partial + " is not on the partial list");
  }

  @Test
  void aSlabThatWaitsForAGracePeriodAndIsOnAListAllTheSame() {
    KmemCache rcu = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);
    long last = bench.partialSlab(rcu, 1)[0];
    assertThat(bench.free(bench.cpu0, rcu, last)).isEqualTo(Freed.DISCARDED);
    Page page = bench.pageOf(last);
    rcu.getNode().partial.next = page.lru;
    rcu.getNode().nrPartial = 1;
    assertThat(bench.violations())
        .containsExactly(Violation.DEAD_PAGE_ON_LIST, Violation.LIST_CORRUPT);
  }

  @Test
  void aCounterThatIsNotTheLengthOfThePartialList() {
    plain.getNode().nrPartial++;
    assertFound(Violation.NR_PARTIAL_WRONG, plain + ": nr_partial is 2, the list has 1");
  }

  @Test
  void aListLockThatWasLeft() {
    plain.getNode().listLock.lock(bench.cpu0);
    bench.cpu0.preemptEnable();
    assertFound(Violation.LOCK_LEFT, plain + ": list_lock is held");
  }
}
