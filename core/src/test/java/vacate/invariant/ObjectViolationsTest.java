// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.KmemCache;

/** What can be wrong with who has which object. */
class ObjectViolationsTest {
  private final Bench bench = new Bench();
  private final KmemCache s = bench.cache(0);
  private final long[] used = bench.partialSlab(s, 2);

  @Test
  void whatIsHeldAndInUseIsSoundAndZeroStandsForNone() {
    assertThat(check(used[0], 0, used[1])).isEmpty();
  }

  @Test
  void anObjectThatNobodyHas() {
    assertThat(check(used[0]))
        .containsExactly(
            "OBJECTS_LOST: " + bench.pageOf(used[0]) + ": 2 objects handed out, 1 held");
  }

  @Test
  void anObjectThatTwoHave() {
    assertThat(check(used[0], used[1], used[0]))
        .containsExactly("OBJECT_TWICE: object " + used[0] + " was handed out twice");
  }

  @Test
  void anObjectThatIsHeldAndFree() {
    long free = bench.pageOf(used[0]).freelist;
    assertThat(check(used[0], used[1], free))
        .containsExactly("OBJECT_TWICE: object " + free + " is held and free");
  }

  @Test
  void anObjectThatIsHeldAndOnTheLocklessFreelist() {
    long taken = bench.alloc(bench.cpu0, s);
    long own = bench.pageOf(used[0]).locklessFreelist;
    assertThat(check(used[0], used[1], taken, own))
        .containsExactly("OBJECT_TWICE: object " + own + " is held and free");
  }

  @Test
  void anObjectInAPageThatIsNoSlab() {
    long outside = bench.machine.memMap.address(bench.machine.memMap.page(20));
    assertThat(check(used[0], used[1], outside))
        .containsExactly("OBJECT_OUTSIDE_SLAB: object " + outside + " is in use, page 20 no slab");
  }

  @Test
  void anObjectOnBothFreelists() {
    long taken = bench.alloc(bench.cpu0, s);
    Page page = bench.pageOf(used[0]);
    long free = page.locklessFreelist;
    page.freelist = free;
    page.inuse--;
    assertThat(check(used[0], used[1], taken))
        .containsExactly(
            "OBJECT_FREE_TWICE: object "
                + free
                + " is on freelist and lockless_freelist of "
                + page);
  }

  @Test
  void locklessObjectsOfASlabThatIsNoCpusOwn() {
    Page page = bench.pageOf(used[0]);
    page.locklessFreelist = bench.machine.memMap.load(page.freelist);
    bench.machine.memMap.store(page.freelist, 0);
    page.inuse++;
    assertThat(check(used))
        .containsExactly("LOCKLESS_LEFT: " + page + " has lockless objects and is no CPU's own");
  }

  @Test
  void aHeldAddressThatIsNoObject() {
    long within = used[0] + 1;
    assertThat(check(used[0], used[1], within))
        .containsExactly(
            "NOT_AN_OBJECT: address "
                + within
                + " is held and no object of "
                + bench.pageOf(within));
  }

  @Test
  void aHeldAddressThatIsNoMemory() {
    for (long nowhere : new long[] {-1, Long.MAX_VALUE, 25 * Bench.PAGE_WORDS}) {
      assertThat(check(used[0], used[1], nowhere))
          .containsExactly("NOT_AN_OBJECT: address " + nowhere + " is held and leads to no page");
    }
  }

  private String[] check(long... live) {
    return InvariantChecker.check(bench.slub, new Blueprint[] {Blueprint.of(s)}, live).stream()
        .map(Damage::toString)
        .toArray(String[]::new);
  }
}
