// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Vacated;

/** Defects (c), (d1), (d2) and (d4), cured: how a slab is made and unmade. */
class CorrectedSlabLifeTest {
  private static final class Recording extends Corrected {
    final List<String> steps = new ArrayList<>();
    Vacated beforeRetiring;
    Vacated afterRetiring;

    Recording(Machine machine) {
      super(machine);
    }

    @Override
    protected void setPageSlab(Page page) {
      note("set PG_slab", page);
      super.setPageSlab(page);
    }

    @Override
    protected void setSlabDebug(Page page) {
      note("set PG_error", page);
      super.setSlabDebug(page);
    }

    @Override
    protected void clearSlabDebug(Page page) {
      note("clear PG_error", page);
      super.clearSlabDebug(page);
    }

    @Override
    protected void clearPageSlab(Page page) {
      note("clear PG_slab", page);
      super.clearPageSlab(page);
    }

    @Override
    protected void retireSlab(Cpu cpu, Page page) {
      beforeRetiring = vacate(machine.cpus[1], page);
      super.retireSlab(cpu, page);
      afterRetiring = vacate(machine.cpus[1], page);
    }

    private void note(String step, Page page) {
      boolean locked = page.flags.testBit(PageFlag.PG_LOCKED);
      steps.add("%s: PG_slab %s, locked %s".formatted(step, page.isSlab(), locked));
    }
  }

  private final Bench bench = new Bench(Recording::new);
  private final Recording slub = (Recording) bench.slub;

  @Test
  void slabDebugIsSetWhileNobodyCanFindThePage() {
    bench.alloc(bench.cpu0, bench.cache(SlabFlag.SLAB_STORE_USER));
    assertThat(slub.steps)
        .containsExactly(
            "set PG_error: PG_slab false, locked false",
            "set PG_slab: PG_slab false, locked false");
  }

  @Test
  void withoutDebugFlagsOnlyPageSlabIsSet() {
    bench.alloc(bench.cpu0, bench.cache(0));
    assertThat(slub.steps).containsExactly("set PG_slab: PG_slab false, locked false");
  }

  @Test
  void aSlabIsUnmadeUnderItsLock() {
    discard();
    assertThat(slub.steps)
        .endsWith(
            "clear PG_error: PG_slab true, locked true",
            "clear PG_slab: PG_slab true, locked true");
    assertThat(bench.cpu0.preemptCount()).isZero();
    bench.assertSound();
  }

  @Test
  void aVacateJustBeforeFindsItEmptyAndOneJustAfterFindsNoSlab() {
    discard();
    assertThat(slub.beforeRetiring).isEqualTo(Vacated.EMPTY);
    assertThat(slub.afterRetiring).isEqualTo(Vacated.NOT_SLAB);
    bench.assertSound();
  }

  private void discard() {
    KmemCache s = bench.cache(0);
    bench.free(bench.cpu0, s, bench.partialSlab(s, 1)[0]);
  }
}
