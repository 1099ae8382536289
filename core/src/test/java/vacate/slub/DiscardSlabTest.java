// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;

/** {@code discard_slab}, {@code free_slab} and {@code __free_slab}. */
class DiscardSlabTest {
  private static final class Recording extends Slub {
    final List<String> steps = new ArrayList<>();

    Recording(Machine machine) {
      super(machine);
    }

    @Override
    protected void retireSlab(Cpu cpu, Page page) {
      note("retire", page);
      super.retireSlab(cpu, page);
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
    protected void freeSlab(Cpu cpu, KmemCache s, Page page) {
      note("free", page);
      super.freeSlab(cpu, s, page);
    }

    private void note(String step, Page page) {
      boolean locked = page.flags.testBit(PageFlag.PG_LOCKED);
      steps.add(
          "%s: nr_slabs %d, inuse %x, PG_slab %s, locked %s"
              .formatted(
                  step,
                  cacheOf(page).getNode().nrSlabs.read(),
                  (int) page.inuse,
                  page.isSlab(),
                  locked));
    }
  }

  private final Bench bench = new Bench(Recording::new);
  private final Recording slub = (Recording) bench.slub;

  @Test
  void inuseBecomesFfffWhilePageSlabIsStillSetAndNobodyHoldsTheLock() {
    KmemCache s = bench.cache(0);
    long last = bench.partialSlab(s, 1)[0];
    bench.free(bench.cpu0, s, last);
    assertThat(slub.steps)
        .containsExactly(
            "retire: nr_slabs 0, inuse 0, PG_slab true, locked false",
            "clear PG_error: nr_slabs 0, inuse ffff, PG_slab true, locked false",
            "clear PG_slab: nr_slabs 0, inuse ffff, PG_slab true, locked false",
            "free: nr_slabs 0, inuse ffff, PG_slab false, locked false");
  }

  @Test
  void thePageGoesBackAndIsNoLongerCounted() {
    KmemCache s = bench.cache(SlabFlag.SLAB_STORE_USER);
    long last = bench.partialSlab(s, 1)[0];
    Page page = bench.pageOf(last);
    bench.free(bench.cpu1, s, last);
    assertThat(page.slab).isNull();
    assertThat(Slub.slabDebug(page)).isFalse();
    assertThat(bench.machine.pages.isFree(page)).isTrue();
    assertThat(bench.cpu1.nrSlab).as("counted where it was freed").isEqualTo(-1);
    assertThat(bench.cpu0.nrSlab).isEqualTo(1);
    bench.assertSound();
  }

  @Test
  void aPageThatSomebodyPinnedIsFreedWithTheLastReference() {
    KmemCache s = bench.cache(0);
    long last = bench.partialSlab(s, 1)[0];
    Page page = bench.pageOf(last);
    bench.machine.pages.getPageUnlessZero(page);
    bench.free(bench.cpu0, s, last);
    assertThat(bench.machine.pages.isFree(page)).isFalse();
    bench.machine.pages.putPage(bench.cpu0, page);
    bench.assertSound();
  }
}
