// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.mm.Machine;
import vacate.mm.Page;

/** What the patch is about: the order in which a slab is set up (claims C2 and C3). */
class SetUpSlabOrderTest {
  /** Writes down what the page looks like at each step. */
  private static final class Recording extends Slub {
    final List<String> steps = new ArrayList<>();
    private Page page;

    Recording(Machine machine) {
      super(machine);
    }

    @Override
    protected long buildFreelist(KmemCache s, Page fresh) {
      page = fresh;
      note("chain");
      return super.buildFreelist(s, fresh);
    }

    @Override
    protected void publicationBarrier() {
      note("barrier");
      super.publicationBarrier();
    }

    @Override
    protected void setPageSlab(Page slab) {
      note("set PG_slab");
      super.setPageSlab(slab);
    }

    @Override
    protected void setSlabDebug(Page slab) {
      note("set PG_error");
      super.setSlabDebug(slab);
    }

    private void note(String step) {
      steps.add(
          "%s: inuse %d, slab %s, freelist %s, PG_slab %s"
              .formatted(
                  step, (int) page.inuse, page.slab != null, page.freelist != 0, page.isSlab()));
    }
  }

  @Test
  void everythingIsInPlaceBeforeTheBarrierAndPageSlabComesAfterIt() {
    Bench bench = new Bench(Recording::new);
    bench.alloc(bench.cpu0, bench.cache(0));
    assertThat(((Recording) bench.slub).steps)
        .containsExactly(
            "chain: inuse 0, slab true, freelist false, PG_slab false",
            "barrier: inuse 0, slab true, freelist true, PG_slab false",
            "set PG_slab: inuse 0, slab true, freelist true, PG_slab false");
  }

  @Test
  void slabDebugIsSetWhenThePageCanBeFoundAlready() {
    Bench bench = new Bench(Recording::new);
    bench.alloc(bench.cpu0, bench.cache(SlabFlag.SLAB_STORE_USER));
    assertThat(((Recording) bench.slub).steps)
        .endsWith(
            "set PG_slab: inuse 0, slab true, freelist true, PG_slab false",
            "set PG_error: inuse 0, slab true, freelist true, PG_slab true");
  }
}
