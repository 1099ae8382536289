// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.scene.Scenario;
import vacate.scene.Scene;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;

/** {@code kmem_cache_move} and {@code kmem_cache_move_slabs}, as one CPU sees them. */
class MoveBetweenNodesTest {
  private static KmemCache debugged(Bench bench, int atMost) {
    return bench.cache(
        1,
        0,
        SlabFlag.SLAB_STORE_USER,
        (memory, object) -> memory.store(object, 1),
        bench.kicking(atMost));
  }

  @Test
  void partialAndFullSlabsAreEmptiedAndFreed() {
    Bench bench = new Bench(Revision.POSTED_2019::boot);
    KmemCache s = debugged(bench, Integer.MAX_VALUE);
    Page full = bench.pageOf(bench.fullSlab(s)[0]);
    Page partial = bench.pageOf(bench.partialSlab(s, 1)[0]);
    Page empty = bench.keptSlab(s);

    assertThat(bench.slub.kmemCacheMove(bench.cpu0, s)).isZero();
    assertThat(full.isSlab() || partial.isSlab() || empty.isSlab()).isFalse();
    assertThat(s.getNode().nrPartial).isZero();
    assertThat(bench.violations()).isEmpty();
  }

  /** Here move asks what move_slabs does not. */
  @Test
  void whatCannotBeMovedGoesBackToItsList() {
    Bench bench = new Bench(Revision.POSTED_2019::boot);
    KmemCache s = debugged(bench, 0);
    bench.fullSlab(s);
    bench.partialSlab(s, 1);

    assertThat(bench.slub.kmemCacheMove(bench.cpu0, s)).isZero();
    assertThat(bench.violations()).isEmpty();
    assertThat(s.getNode().nrPartial).isEqualTo(1);
  }

  @Test
  void noMoreSlabsAreTriedThanAskedFor() {
    Bench bench = new Bench(Revision.POSTED_2019::boot);
    KmemCache s = debugged(bench, Integer.MAX_VALUE);
    for (int i = 0; i < 3; i++) {
      bench.fullSlab(s);
    }
    assertThat(bench.slub.kmemCacheMoveSlabs(bench.cpu0, s, 2)).isEqualTo(2);
    assertThat(s.getNode().nrSlabs.read()).isEqualTo(1);
    assertThat(bench.slub.kmemCacheMoveSlabs(bench.cpu0, s, 2)).isEqualTo(1);
    assertThat(bench.violations()).isEmpty();
  }

  @Test
  void aSlabThatSomebodyHasLockedIsLeftAlone() {
    Bench bench = new Bench(Revision.POSTED_2019::boot);
    KmemCache s = debugged(bench, Integer.MAX_VALUE);
    Page page = bench.pageOf(bench.fullSlab(s)[0]);
    page.flags.testAndSetBit(PageFlag.PG_LOCKED);

    assertThat(bench.slub.kmemCacheMoveSlabs(bench.cpu0, s, 1)).isZero();
    page.flags.clearBit(PageFlag.PG_LOCKED);
    assertThat(bench.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "store_user full # MOVED=1, FREE # MOVED=1, FREE",
        "store_user full pinned(1) # MOVED=1, SLAB # MOVED=0, SLAB",
        "store_user full pinned(0) pinned(1) # MOVED=1, WRONG_LIST # MOVED=0, SLAB",
        "store_user full noops # oops, LOCK_LEFT # MOVED=0, SLAB",
        "full # MOVED=0, SLAB # MOVED=1, FREE",
      })
  void theCureMovesAndTellsWhatItMoved(String start, String posted, String corrected) {
    assertThat(moveSlabs(Revision.POSTED_2019, start)).isEqualTo(posted);
    assertThat(moveSlabs(Revision.CORRECTED_2019, start)).isEqualTo(corrected);
  }

  private static String moveSlabs(Revision revision, String start) {
    Scene scene = new Scene(revision, Scenario.parse(start + ": move_slabs"));
    return scene.moveSlabs(0) + ", " + scene.outcome();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "POSTED_2019 # full # OK, SLAB",
        "CORRECTED_2019 # full # OK, FREE",
        "POSTED_2019 # partial noops # OK, SLAB",
        "POSTED_20171227 # partial # NO_SUCH_CALL, SLAB",
        "POSTED # partial # NO_SUCH_CALL, SLAB",
      })
  void movesAllThatIsListed(Revision revision, String start, String told) {
    Scene scene = new Scene(revision, Scenario.parse(start + ": move"));
    assertThat(scene.move(0) + ", " + scene.outcome()).isEqualTo(told);
  }

  @Test
  void withoutMemoryNothingIsMoved() {
    Scene scene =
        new Scene(Revision.POSTED_2019, Scenario.parse("store_user full: move; move_slabs"));
    scene.cpu(0).failKmalloc(1);
    assertThat(scene.move(0)).isEqualTo("NO_MEMORY");
    scene.cpu(0).failKmalloc(1);
    assertThat(scene.moveSlabs(0)).isEqualTo("NO_MEMORY");
    assertThat(scene.outcome()).isEqualTo("SLAB");
  }

  @Test
  void earlierVersionsHaveNoSuchCall() {
    Scene scene = new Scene(Revision.POSTED, Scenario.parse("full: move_slabs"));
    assertThat(scene.moveSlabs(0)).isEqualTo("NO_SUCH_CALL");
  }
}
