// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.invariant.Violation;
import vacate.kernel.BitSpinLock;
import vacate.kernel.KernelBug;
import vacate.mm.Gfp;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/** What one CPU finds out of isolate and reclaim; 8 objects of a word in two pages, or in one 4. */
class Posted20070831Test {
  private static void construct(MemMap memory, long object) {
    memory.store(object, 1);
  }

  /** Four objects with a free pointer behind each would need 8 words, as a page has. */
  private static KmemCache cache(Bench bench, int flags, int kicks) {
    return bench.cache(1, 0, flags, Posted20070831Test::construct, bench.kicking(kicks));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void aSlabIsIsolatedAndReclaimed(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    Page page = bench.partialSlabs(s, 4, 2, 2)[0];

    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text()).isEqualTo("EMPTIED=1");

    assertThat(page.isSlab()).isFalse();
    bench.assertSound();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void whatStaysIsPutBack(Revision revision) {
    for (int flags : new int[] {0, SlabFlag.SLAB_DEBUG_FREE}) {
      Bench bench = new Bench(revision::boot);
      KmemCache s = cache(bench, flags, 0);
      Page[] pages = bench.partialSlabs(s, 4, 2);

      assertThat(bench.slub.vacateAndTell(bench.cpu1, pages[0]).text()).isEqualTo("LEFTOVER=0");
      assertThat(bench.slub.vacateAndTell(bench.cpu1, pages[1]).text()).isEqualTo("LEFTOVER=0");

      bench.assertSound();
    }
  }

  /** While the list is short; and while a cache is created or destroyed it does nothing at all. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void defragLeavesAShortListAlone(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    Page page = bench.partialSlabs(s, 4, 2, 2)[0];

    assertThat(bench.slub.kmemCacheDefrag(bench.cpu1, 30)).isZero();
    assertThat(page.isSlab()).isTrue();
    bench.assertSound();

    bench.slub.slubLock.downWrite(bench.cpu0);
    assertThat(bench.slub.kmemCacheDefrag(bench.cpu1, 30)).isZero();
    bench.slub.slubLock.upWrite();
    bench.assertSound();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void defragEndsAtTheFirstCacheThatCannotKick(Revision revision) {
    Bench bench = new Bench(revision::boot);
    bench.cache(1, 0, 0, Posted20070831Test::construct, null);

    assertThat(bench.slub.kmemCacheDefrag(bench.cpu1, 30)).isZero();
    bench.assertSound();
  }

  /** Defect (a) is cured: -ENOENT. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void whoGivesUpHasFreedNothing(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, 0);
    Page kept = bench.keptSlab(s);
    assertThat(bench.slub.vacateAndTell(bench.cpu1, kept).text()).isEqualTo("EMPTY=0");
    bench.alloc(bench.cpu0, s);
    assertThat(bench.slub.vacateAndTell(bench.cpu1, kept).text()).isEqualTo("FROZEN=0");
    Page free = bench.machine.memMap.page(20);
    assertThat(bench.slub.vacateAndTell(bench.cpu1, free).text()).isEqualTo("NOT_SLAB=0");
    bench.assertSound();
  }

  /** G5. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void withoutMemoryTheSlabsStayFrozenForEver(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    Page page = bench.partialSlabs(s, 2)[0];
    bench.cpu1.failKmalloc(1);

    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text()).isEqualTo("NO_MEMORY=0");

    assertThat(bench.violations()).contains(Violation.FROZEN_LEFT);
  }

  /** G6. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void shrinkForgetsToCountTheSlabsThatItFrees(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, 0);
    Page kept = bench.keptSlab(s);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(kept.isSlab()).isFalse();
    assertThat(s.getNode().nrPartial).isEqualTo(1);
    assertThat(bench.violations()).containsExactly(Violation.NR_PARTIAL_WRONG);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void shrinkKicksWhatIsAQuarterFullAndNoMore(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    Page[] pages = bench.partialSlabs(s, 1, 2, 1, 2);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(pages).extracting(Page::isSlab).containsExactly(false, true, false, true);
    bench.assertSound();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void shrinkPutsBackWhatNobodyCanKick(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = bench.cache(2, 0, 0, null, null);
    bench.partialSlabs(s, 1, 2, 1);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(s.getNode().nrPartial).isEqualTo(3);
    bench.assertSound();
  }

  /** G7: kick fails, the CPU takes the slab and empties it, and shrink does not look at it. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void anEmptySlabThatIsNotReclaimableIsNeverFreed(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, 0);
    long[] objects = bench.partialSlab(s, 1);
    Page page = bench.pageOf(objects[0]);
    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text()).isEqualTo("LEFTOVER=0");
    long another = bench.alloc(bench.cpu0, s);
    assertThat(bench.pageOf(another)).isSameAs(page);
    bench.free(bench.cpu0, s, another);
    bench.free(bench.cpu0, s, objects[0]);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    boolean spared = revision == Revision.POSTED_20070831_RECLAIMABLE;
    assertThat(page.isSlab()).isEqualTo(spared);
    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text())
        .isEqualTo(spared ? "UNRECLAIMABLE=0" : "NOT_SLAB=0");
  }

  @Test
  void aSlabThatWasFullIsTriedAgain() {
    Bench bench = new Bench(Posted20070831Reclaimable::new);
    KmemCache s = cache(bench, 0, 0);
    Page page = bench.partialSlabs(s, 2)[0];
    bench.slub.vacate(bench.cpu1, page);
    long first = bench.alloc(bench.cpu0, s);
    bench.alloc(bench.cpu0, s);
    bench.slub.flushAll(bench.cpu0, s);
    bench.free(bench.cpu0, s, first);

    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text()).isEqualTo("LEFTOVER=0");
    bench.assertSound();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070831", "POSTED_20070831_RECLAIMABLE"})
  void withoutConstructorACacheCannotBeSetUp(Revision revision) {
    Bench bench = new Bench(revision::boot);
    assertThatThrownBy(() -> bench.cache(0))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("BUG_ON(!s->ctor)");
  }

  /**
   * G2 (ii), one interleaving played by hand: between the first look and the reference the slab is
   * discarded and its page is another's, who has locked it for I/O and is done just then. The lock
   * that isolate takes is that page lock.
   */
  @Test
  void theLockOfAPageThatIsNoSlabIsTaken() {
    Bench[] bench = new Bench[1];
    boolean[] locked = new boolean[1];
    bench[0] =
        new Bench(
            machine ->
                new Posted20070831(machine) {
                  @Override
                  protected boolean getPageUnlessZero(Page page) {
                    bench[0].free(bench[0].cpu0, cacheOf(page), machine.memMap.address(page));
                    Page cached = machine.pages.allocPages(bench[0].cpu0, Gfp.KERNEL, 0);
                    assertThat(cached).isSameAs(page);
                    return super.getPageUnlessZero(page);
                  }

                  @Override
                  protected void slabUnlock(vacate.kernel.Cpu cpu, Page page) {
                    locked[0] |= cpu == bench[0].cpu1 && !page.isSlab();
                    super.slabUnlock(cpu, page);
                  }
                });
    KmemCache s = cache(bench[0], 0, 0);
    Page page = bench[0].partialSlabs(s, 1)[0];

    assertThat(bench[0].slub.vacateAndTell(bench[0].cpu1, page).text()).isEqualTo("GONE=0");

    assertThat(locked[0]).as("it had the lock of a page that is no slab").isTrue();
  }

  /** June tests under its reference, which keeps the page. */
  @Test
  void inJuneNoLockIsTakenOfAPageThatIsNoSlab() {
    Bench bench = new Bench(Slub::new);
    Page cached = bench.machine.pages.allocPages(bench.cpu0, Gfp.KERNEL, 0);
    BitSpinLock.lock(bench.cpu0, PageFlag.PG_LOCKED, cached.flags);

    assertThat(bench.slub.vacateAndTell(bench.cpu1, cached).text()).isEqualTo("NOT_SLAB=1");
  }
}
