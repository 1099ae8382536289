// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;

/** What can be wrong with the second page of a slab that has two. */
class TailPageViolationsTest extends Damaged {
  private final KmemCache wide = bench.cache(2, 1, SlabFlag.SLAB_DESTROY_BY_RCU, null, null);
  private final long[] used = bench.fullSlab(wide);
  private final Page tail = bench.machine.memMap.page(bench.pageOf(used[0]).pfn + 1);

  @Test
  void aTailPageThatIsLocked() {
    set(tail, PageFlag.PG_LOCKED);
    assertFound(Violation.LOCK_LEFT, tail + ": PG_locked is set on a tail page");
  }

  @Test
  void aTailPageThatIsReferenced() {
    tail.count.inc();
    assertFound(Violation.REFERENCE_WRONG, tail + ": _count of a tail page is 1");
  }

  @Test
  void aTailPageThatHasLostItsHead() {
    tail.locklessFreelist = free.pfn;
    assertThat(bench.damage())
        .extracting(Damage::toString)
        .contains(
            "TAIL_WITHOUT_HEAD: " + tail + ": first_page is 20, not " + (tail.pfn - 1),
            "NOT_AN_OBJECT: address " + used[4] + " is held and leads to no page");
  }

  @Test
  void aTailPageThatIsNoTailPage() {
    clear(tail, PageFlag.PG_RECLAIM);
    assertThat(bench.violations()).contains(Violation.FLAGS_WRONG, Violation.OBJECT_OUTSIDE_SLAB);
  }

  @Test
  void aTailPageThatIsASlab() {
    set(tail, PageFlag.PG_SLAB);
    assertFound(Violation.FLAGS_WRONG, tail + ": flags of a tail page are 0x24080");
  }

  @Test
  void aTailPageWithTheFieldsOfASlab() {
    tail.inuse = 0;
    assertFound(Violation.MAPCOUNT_LEFT, tail);
    tail.inuse = Page.MAPCOUNT_RESET;
    tail.slab = wide;
    assertFound(Violation.MAPPING_LEFT, tail);
  }

  @Test
  void aTailPageThatHasLinks() {
    tail.lru.next = free.lru;
    assertFound(Violation.LIST_CORRUPT, tail + " is a tail page and has links");
  }

  @Test
  void aTailPageOfASlabThatWaitsForAGracePeriod() {
    for (long object : used) {
      bench.free(bench.cpu0, wide, object);
    }
    bench.assertSound();
    tail.count.inc();
    assertFound(Violation.REFERENCE_WRONG, tail + ": _count of a tail page is 1");
  }
}
