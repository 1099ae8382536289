// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.invariant.Violation;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.Machine;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;
import vacate.slub.Vacated;

/** What one CPU finds out of the versions on a lock of their own; four objects in a slab. */
class Posted20071106Test {
  /** What the processor's word is when the page's flags are looked for in it. */
  private static final class OnX86 extends Posted20071106 {
    private final int eflags;

    OnX86(Machine machine, int eflags) {
      super(machine);
      this.eflags = eflags;
    }

    @Override
    protected int eflags(boolean masked) {
      return super.eflags(masked) | eflags;
    }
  }

  private static final int SF = 1 << 7;
  private static final int ZF = 1 << 6;

  private static void construct(MemMap memory, long object) {
    memory.store(object, 1);
  }

  private static KmemCache cache(Bench bench, int flags, int kicks) {
    return bench.cache(1, 0, flags, Posted20071106Test::construct, bench.kicking(kicks));
  }

  /** N1: a slab that is in use has one reference, its own. */
  @Test
  void nothingIsEverIsolated() {
    for (int flags : new int[] {0, SlabFlag.SLAB_DEBUG_FREE}) {
      Bench bench = new Bench(Posted20071106::new);
      KmemCache s = cache(bench, flags, Integer.MAX_VALUE);
      Page[] pages = bench.partialSlabs(s, 4, 2);

      for (Page page : pages) {
        assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text()).isEqualTo("ONE_REFERENCE=0");
      }
      bench.assertSound();
    }
  }

  /** N2: with a stray reference it is the processor's last result that decides. */
  @ParameterizedTest
  @ValueSource(ints = {0, ZF, SF | ZF})
  void aSlabThatCouldBeTakenIsNot(int eflags) {
    Bench bench = new Bench(machine -> new OnX86(machine, eflags));
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    Page page = bench.partialSlabs(s, 2)[0];
    page.count.inc();

    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).end().aborted).isTrue();

    page.count.dec();
    bench.assertSound();
  }

  /**
   * N2: of another CPU's own slab, which was frozen after the first look, all objects are in use as
   * it seems, so no list is touched; what stops it is N3.
   */
  @Test
  void aCpusOwnSlabIsTaken() {
    Bench[] bench = new Bench[1];
    bench[0] =
        new Bench(
            machine ->
                new Posted20071106(machine) {
                  @Override
                  protected int eflags(boolean masked) {
                    return SF;
                  }

                  @Override
                  protected boolean getPageUnlessZero(Page page) {
                    bench[0].alloc(bench[0].cpu0, cacheOf(page));
                    return super.getPageUnlessZero(page);
                  }
                });
    KmemCache s = cache(bench[0], 0, Integer.MAX_VALUE);
    Page page = bench[0].partialSlabs(s, 2)[0];
    page.count.inc();

    assertThatThrownBy(() -> bench[0].slub.vacateAndTell(bench[0].cpu1, page))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("BUG_ON(state & FROZEN)");
    assertThat(s.cpuSlab[0]).isSameAs(page);
  }

  /** N3: each slab that is to be kicked was frozen. */
  @Test
  void shrinkDiesOfTheFirstSlabThatItKicks() {
    Bench bench = new Bench(Posted20071106::new);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    bench.partialSlabs(s, 1);

    assertThatThrownBy(() -> bench.slub.kmemCacheShrink(bench.cpu0, s))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("BUG_ON(state & FROZEN)");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20071128", "POSTED_20080215"})
  void threeWeeksLaterItDoesNot(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    long[] objects = bench.partialSlab(s, 1);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat((int) bench.pageOf(objects[0]).inuse).isZero();
    bench.assertSound();
  }

  /** What is written between lock and unlock by who has not the lock is lost (L1). */
  @Test
  void unlockStoresWhatLockHasSeen() {
    Bench[] bench = new Bench[1];
    bench[0] =
        new Bench(
            machine ->
                new Posted20071106(machine) {
                  @Override
                  protected Vacated lookUnderLock(Cpu cpu, Page page, boolean flags) {
                    clearPageSlab(page);
                    return Vacated.EMPTY;
                  }
                });
    KmemCache s = cache(bench[0], 0, 0);
    Page page = bench[0].partialSlabs(s, 1)[0];
    page.count.inc();

    bench[0].slub.vacate(bench[0].cpu1, page);

    assertThat(page.isSlab()).as("N4: PageSlab is back").isTrue();
  }

  /** K1, G5 before. */
  @ParameterizedTest
  @EnumSource(names = "POSTED_20071128")
  void withoutMemoryTheSlabsStayFrozenForEver(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    bench.partialSlabs(s, 1);
    bench.cpu0.failKmalloc(1);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(bench.violations()).contains(Violation.FROZEN_LEFT);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20071128", "POSTED_20080215"})
  void shrinkCountsTheSlabsThatItFrees(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, 0);
    Page kept = bench.keptSlab(s);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(kept.isSlab()).isFalse();
    bench.assertSound();
  }

  /** K2, G7 before. */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20071128", "POSTED_20080215"})
  void anEmptySlabThatWasKickedInVainIsNeverFreed(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, 0);
    long[] objects = bench.partialSlab(s, 1);
    Page page = bench.pageOf(objects[0]);
    bench.slub.kmemCacheShrink(bench.cpu0, s);
    long another = bench.alloc(bench.cpu0, s);
    assertThat(bench.pageOf(another)).isSameAs(page);
    bench.free(bench.cpu0, s, another);
    bench.free(bench.cpu0, s, objects[0]);

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(page.isSlab()).isTrue();
    assertThat((int) page.inuse).isZero();
    bench.assertSound();
  }

  /**
   * K4: "if a kick action is not successful in reducing the number of objects". One of two is
   * freed, and the slab is not kicked again. 16 words to a slab, two objects are a quarter.
   */
  @ParameterizedTest
  @EnumSource(names = {"POSTED_20071128", "POSTED_20080215"})
  void aKickThatFreesSomeCountsAsInVain(Revision revision) {
    assertThat(leftAfterTwoKicks(revision)).isEqualTo(1);
  }

  /** In August it was tried again. */
  @ParameterizedTest
  @EnumSource(names = "POSTED_20070831_RECLAIMABLE")
  void inAugustItDidNot(Revision revision) {
    assertThat(leftAfterTwoKicks(revision)).isZero();
  }

  private static int leftAfterTwoKicks(Revision revision) {
    Bench bench = new Bench(revision::boot, false);
    KmemCache s = bench.cache(1, 1, 0, Posted20071106Test::construct, bench.kicking(1));
    Page page = bench.partialSlabs(s, 2)[0];
    bench.slub.kmemCacheShrink(bench.cpu0, s);
    assertThat((int) page.inuse).isEqualTo(1);
    bench.slub.kmemCacheShrink(bench.cpu0, s);
    bench.assertSound();
    return page.inuse;
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20071128", "POSTED_20080215"})
  void aSlabThatWasFullMayBeKickedAgain(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, 0);
    Page page = bench.partialSlabs(s, 1)[0];
    bench.slub.kmemCacheShrink(bench.cpu0, s);
    assertThat(isKickable(page)).isFalse();
    for (int i = 0; i < 3; i++) {
      bench.alloc(bench.cpu0, s);
    }
    bench.slub.flushAll(bench.cpu0, s);

    assertThat(isKickable(page)).isTrue();
    bench.assertSound();
  }

  private static boolean isKickable(Page page) {
    return page.flags.testBit(4);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED_20071128", "POSTED_20080215"})
  void noPageIsVacatedByItsNumber(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s = cache(bench, 0, Integer.MAX_VALUE);
    Page page = bench.partialSlabs(s, 1)[0];

    assertThat(bench.slub.vacateAndTell(bench.cpu1, page).text()).isEqualTo("NO_SUCH_CALL=0");

    assertThat(Slub.slabFrozen(page)).isFalse();
    bench.assertSound();
  }
}
