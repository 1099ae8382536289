// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/** What somebody who looks at the page sees while {@code new_slab} calls the constructor. */
class NewSlabByRevisionTest {
  private final List<String> seen = new ArrayList<>();

  @Test
  void beforeThePatchPageSlabIsVisibleWhileInuseIsFfff() {
    build(Revision.PRE_PATCH);
    assertThat(seen).containsOnly("PG_slab true, PG_error true, inuse ffff");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED", "WITHOUT_WRITE_BARRIER", "CORRECTED"})
  void sinceThePatchInuseIsZeroAndPageSlabNotYetSet(Revision revision) {
    build(revision);
    assertThat(seen).containsOnly("PG_slab false, PG_error false, inuse 0");
  }

  @ParameterizedTest
  @EnumSource
  void theFinishedSlabIsTheSameInAllRevisions(Revision revision) {
    Bench bench = build(revision);
    Page page = bench.machine.memMap.page(1);
    assertThat(page.isSlab()).isTrue();
    assertThat(bench.slub.isDebugged(page)).isTrue();
    assertThat(bench.slub.inuseOf(page)).isEqualTo(1);
    assertThat((int) page.offset).isEqualTo(2);
    assertThat(page.locklessFreelist).isZero();
    bench.assertSound();
  }

  private Bench build(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s =
        bench.cache(
            2,
            0,
            SlabFlag.SLAB_DEBUG_FREE,
            (memory, object) -> look(memory.virtToPage(object)),
            null);
    bench.alloc(bench.cpu0, s);
    return bench;
  }

  private void look(Page page) {
    seen.add(
        "PG_slab %s, PG_error %s, inuse %x"
            .formatted(page.isSlab(), Slub.slabDebug(page), (int) page.inuse));
  }
}
