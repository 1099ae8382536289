// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * Every way in which {@code kmem_cache_vacate} gives up. It leaves no trace, and as posted it
 * reports success for all but the first: defect (a).
 */
class VacateAbortTest {
  /** Somebody on CPU 0 does something between the unlocked tests and the slab lock. */
  private static final class Overtaken extends Slub {
    Runnable meanwhile = () -> {};

    Overtaken(Machine machine) {
      super(machine);
    }

    @Override
    protected void slabLock(Cpu cpu, Page page) {
      Runnable action = meanwhile;
      meanwhile = () -> {};
      action.run();
      super.slabLock(cpu, page);
    }
  }

  private final Bench bench = new Bench(Overtaken::new);
  private final Overtaken slub = (Overtaken) bench.slub;
  private final KmemCache s = bench.cache(0);

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(bench.cpu1.irqsDisabled()).isFalse();
    assertThat(bench.cpu1.preemptCount()).isZero();
    assertThat(bench.cpu1.kmallocLive()).isZero();
  }

  @Test
  void aFreePageCannotBePinned() {
    assertEndsAndReturns(bench.machine.memMap.page(1), Vacated.NO_PAGE, 0);
    bench.assertSound();
  }

  @Test
  void aPageThatIsNoSlabIsLeft() {
    Page page = bench.machine.pages.allocPages(bench.cpu0, Gfp.KERNEL, 0);
    assertEndsAndReturns(page, Vacated.NOT_SLAB, 1);
    assertThat(page.countNow()).isEqualTo(1);
  }

  @Test
  void aSlabWithoutACacheIsLeft() {
    Page page = bench.partialSlabs(s, 1)[0];
    page.slab = null;
    assertEndsAndReturns(page, Vacated.NO_CACHE, 1);
    page.slab = s;
    bench.assertSound();
  }

  @Test
  void withoutMemoryForTheVectorItGivesUp() {
    Page page = bench.partialSlabs(s, 1)[0];
    bench.cpu1.failKmalloc(1);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.NO_MEMORY);
    bench.cpu1.failKmalloc(1);
    assertThat(slub.kmemCacheVacate(bench.cpu1, page)).isEqualTo(1);
    bench.assertSound();
  }

  @Test
  void aSlabThatWasDiscardedMeanwhileIsGone() {
    long object = bench.partialSlab(s, 1)[0];
    slub.meanwhile = () -> bench.free(bench.cpu0, s, object);
    assertThat(slub.vacate(bench.cpu1, bench.pageOf(object))).isEqualTo(Vacated.GONE);
    bench.assertSound();
    assertThat(bench.machine.pages.isFree(bench.pageOf(object))).as("by the last put").isTrue();
  }

  @Test
  void aSlabThatACpuTookMeanwhileIsFrozen() {
    Page page = bench.partialSlabs(s, 1)[0];
    slub.meanwhile = () -> bench.alloc(bench.cpu0, s);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.FROZEN);
    bench.assertSound();
  }

  @Test
  void aCpusOwnSlabIsFrozen() {
    Page page = bench.pageOf(bench.alloc(bench.cpu0, s));
    assertEndsAndReturns(page, Vacated.FROZEN, 1);
    bench.assertSound();
  }

  @Test
  void anEmptySlabOnThePartialListIsLeftThere() {
    Page page = bench.keptSlab(s);
    assertEndsAndReturns(page, Vacated.EMPTY, 1);
    assertThat(page.isSlab()).isTrue();
    bench.assertSound();
  }

  @Test
  void aCacheWithoutOpsCannotBeVacated() {
    KmemCache none = bench.cache(2, 0, 0, null, null);
    Page page = bench.partialSlabs(none, 1)[0];
    assertEndsAndReturns(page, Vacated.NO_OPS, 1);
    bench.assertSound();
  }

  @Test
  void theTestsUnderTheLockComeInTheirOrder() {
    KmemCache none = bench.cache(2, 0, 0, null, null);
    Page page = bench.keptSlab(none);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.EMPTY);
    slub.setSlabFrozen(bench.cpu0, page);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.FROZEN);
    slub.meanwhile = () -> slub.clearPageSlab(page);
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(Vacated.GONE);
  }

  private void assertEndsAndReturns(Page page, Vacated end, int returned) {
    assertThat(slub.vacate(bench.cpu1, page)).isEqualTo(end);
    assertThat(slub.kmemCacheVacate(bench.cpu1, page)).isEqualTo(returned);
  }
}
