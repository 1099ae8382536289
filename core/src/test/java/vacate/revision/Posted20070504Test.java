// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.invariant.Violation;
import vacate.kernel.KernelBug;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.Freed;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.Slub;
import vacate.slub.Vacated;

/** What a single CPU finds out of the first version, and of its fix; four objects in a slab. */
class Posted20070504Test {
  private static int[] slabsOf(int slabs, int inuse) {
    int[] all = new int[slabs];
    Arrays.fill(all, inuse);
    return all;
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070504", "POSTED_20070504_FIX"})
  void thereIsNoLocklessFreelist(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = bench.cache(0);

    long object = bench.alloc(bench.cpu0, s);

    assertThat((int) bench.pageOf(object).inuse).isEqualTo(1);
    assertThat(bench.free(bench.cpu0, s, object)).isEqualTo(Freed.FROZEN);
    bench.assertSound();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070504", "POSTED_20070504_FIX"})
  void aVacateGetsAndKicksOneObjectAfterTheOther(Revision revision) {
    Bench bench = new Bench(revision::boot);
    int[] calls = {0};
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              assertThat(nr).isEqualTo(1);
              calls[0]++;
              return null;
            },
            (cpu, s, nr, objects, pinned) -> {
              assertThat(nr).isEqualTo(1);
              bench.free(cpu, s, objects[0]);
            });
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    Page page = bench.partialSlabs(s, 4, 1, 1)[0];

    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text()).isEqualTo("EMPTIED=1");

    assertThat(calls[0]).isEqualTo(4);
    assertThat(page.isSlab()).isFalse();
    bench.assertSound();
  }

  /** get_reference fails for it: somebody is freeing it already. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070504", "POSTED_20070504_FIX"})
  void anObjectWithoutReferenceIsNotKicked(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCacheOps ops =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> {
              objects[0] = 0;
              return null;
            },
            (cpu, s, nr, objects, pinned) -> bench.free(cpu, s, objects[0]));
    KmemCache s = bench.cache(2, 0, 0, null, ops);
    Page page = bench.partialSlabs(s, 1)[0];

    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text()).isEqualTo("LEFTOVER=0");

    bench.assertSound();
  }

  /** Defect (a) is not there yet. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070504", "POSTED_20070504_FIX"})
  void whoGivesUpReturns0(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = bench.cache(0);
    Page kept = bench.keptSlab(s);
    assertThat(bench.slub.vacateAndTell(bench.cpu1, kept).text()).isEqualTo("EMPTY=0");
    Page own = bench.pageOf(bench.alloc(bench.cpu0, s));
    assertThat(bench.slub.vacateAndTell(bench.cpu1, own).text()).isEqualTo("FROZEN=0");
    Page free = bench.machine.memMap.page(20);
    assertThat(bench.slub.vacateAndTell(bench.cpu1, free).end()).isEqualTo(Vacated.NO_PAGE);
    bench.assertSound();
  }

  /**
   * R3: the tail has more than a quarter in use, so the loop ends, and its lock stays. Whoever
   * frees into it spins for ever.
   */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070504", "POSTED_20070504_FIX"})
  void shrinkLeavesTheSlabLockedAtWhichItStops(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, slabsOf(12, 2));

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(bench.violations())
        .containsExactlyInAnyOrder(Violation.LOCK_LEFT, Violation.PREEMPT_COUNT);
  }

  @ParameterizedTest
  @EnumSource(names = "POSTED_20070518")
  void twoWeeksLaterItLooksBeforeItLocks(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, slabsOf(12, 2));

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    bench.assertSound();
  }

  /** R4: nobody has asked whether the cache has callbacks. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070504", "POSTED_20070504_FIX"})
  void aCacheWithoutCallbacksIsACallOfNull(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = bench.cache(2, 0, 0, null, null);
    Page page = bench.partialSlabs(s, 1)[0];

    assertThatThrownBy(() -> bench.slub.vacate(bench.cpu1, page))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("NULL pointer call");
    assertThat(Slub.slabFrozen(page)).isTrue();
  }

  /**
   * R2, F1: a slab of the zaplist is empty before its turn comes. It stays locked and Active, on no
   * list; with the fix interrupts stay off, too.
   */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070504", "POSTED_20070504_FIX"})
  void aSlabThatBecomesEmptyOnTheZaplistIsLockedForEver(Revision revision) {
    Bench bench = new Bench(revision::boot);
    long[] victims = new long[12];
    KmemCacheOps emptiesAll =
        new KmemCacheOps(
            (cpu, s, nr, objects) -> null,
            (cpu, s, nr, objects, pinned) -> {
              for (int i = 0; i < victims.length; i++) {
                if (victims[i] != 0 && Slub.slabFrozen(bench.pageOf(victims[i]))) {
                  bench.free(cpu, s, victims[i]);
                  victims[i] = 0;
                }
              }
            });
    KmemCache s = bench.cache(2, 0, 0, null, emptiesAll);
    Page[] pages = bench.partialSlabs(s, slabsOf(12, 1));
    for (int i = 0; i < pages.length; i++) {
      victims[i] = bench.machine.memMap.address(pages[i]);
    }

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(bench.violations())
        .contains(Violation.LOCK_LEFT, Violation.FROZEN_LEFT, Violation.PREEMPT_COUNT);
    assertThat(bench.cpu0.irqsDisabled()).isEqualTo(revision == Revision.POSTED_20070504_FIX);
  }

  /** M2, of plain 2.6.22: in May the slabs that were sorted are lost if the list becomes short. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20070504", "POSTED_20070504_FIX", "POSTED_20070518"})
  void sortingLosesSlabsIfTheListBecomesShort(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = bench.cache(0);
    emptyBehindUsed(bench, s);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(s.getNode().nrPartial).isEqualTo(10);
    assertThat(bench.violations()).contains(Violation.NR_PARTIAL_WRONG, Violation.WRONG_LIST);
  }

  @ParameterizedTest
  @EnumSource(names = "POSTED")
  void inJuneTheyAreAllPutBack(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = bench.cache(0);
    emptyBehindUsed(bench, s);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(s.getNode().nrPartial).isEqualTo(10);
    bench.assertSound();
  }

  /** 10 slabs in use, and 2 empty ones behind them: more than MAX_PARTIAL until the second. */
  private static void emptyBehindUsed(Bench bench, KmemCache s) {
    long[][] full = new long[10][];
    for (int i = 0; i < full.length; i++) {
      full[i] = bench.fullSlab(s);
    }
    long first = bench.alloc(bench.cpu0, s);
    long second = bench.alloc(bench.cpu1, s);
    bench.free(bench.cpu0, s, first);
    bench.free(bench.cpu1, s, second);
    bench.slub.flushAll(bench.cpu0, s);
    for (long[] slab : full) {
      bench.free(bench.cpu0, s, slab[0]);
    }
    assertThat(s.getNode().nrPartial).isEqualTo(12);
  }
}
