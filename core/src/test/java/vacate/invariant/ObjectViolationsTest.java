// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

  private String[] check(long... live) {
    return InvariantChecker.check(bench.slub, new KmemCache[] {s}, live).stream()
        .map(Finding::toString)
        .toArray(String[]::new);
  }
}
