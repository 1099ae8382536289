// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.mm.Machine;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.Slub;

class RevisionTest {
  @Test
  void eachBootsItsOwnSlub() {
    Machine machine = new Machine(1, 1, 8, true);
    assertThat(Revision.POSTED.boot(machine).getClass()).isEqualTo(Slub.class);
    assertThat(Revision.POSTED_20070518.boot(machine)).isInstanceOf(Posted20070518.class);
    assertThat(Revision.PRE_PATCH.boot(machine)).isInstanceOf(PrePatch.class);
    assertThat(Revision.WITHOUT_WRITE_BARRIER.boot(machine))
        .isInstanceOf(WithoutWriteBarrier.class);
    assertThat(Revision.CORRECTED.boot(machine)).isInstanceOf(Corrected.class);
  }

  @Test
  void reportsSpellThemAsTheDesignDoes() {
    assertThat(Revision.values())
        .extracting(Revision::toString)
        .containsExactly(
            "posted20070504",
            "posted20070504fix",
            "posted20070518",
            "posted",
            "posted20070707",
            "posted20070831",
            "posted20070831reclaimable",
            "posted20071106",
            "posted20071128",
            "posted20080215",
            "posted20170307",
            "posted20171227",
            "posted2019",
            "prePatch",
            "withoutWriteBarrier",
            "corrected",
            "corrected20070504",
            "corrected20070518",
            "corrected20070707",
            "corrected20070831",
            "corrected20070831reclaimable",
            "corrected20071106",
            "corrected20071128",
            "corrected20080215",
            "corrected20170307",
            "corrected20171227",
            "corrected2019");
  }

  /** With the others one does, or they have no such call: the tests of their own say which. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "POSTED_20070504",
        "POSTED_20070504_FIX",
        "POSTED_20070518",
        "POSTED",
        "PRE_PATCH",
        "WITHOUT_WRITE_BARRIER",
        "CORRECTED",
        "CORRECTED_20070504",
        "CORRECTED_20070518",
        "CORRECTED_20070707",
        "CORRECTED_20070831",
        "CORRECTED_20070831_RECLAIMABLE",
        "CORRECTED_20071106"
      })
  void aSingleCpuFindsNoFaultWithAny(Revision revision) {
    Bench bench = new Bench(revision::boot);
    KmemCache s =
        bench.cache(
            2, 0, 0, (memory, object) -> memory.store(object, 1), bench.kicking(Integer.MAX_VALUE));
    long[] first = bench.fullSlab(s);
    long[] second = bench.fullSlab(s);
    bench.free(bench.cpu0, s, second[0]);
    assertThat(bench.slub.kmemCacheVacate(bench.cpu0, bench.pageOf(first[0]))).isEqualTo(1);
    assertThat(bench.slub.kmemCacheShrink(bench.cpu0, s)).isZero();
    bench.assertSound();
    bench.free(bench.cpu0, s, second[1]);
    bench.slub.kmemCacheDestroy(bench.cpu0, s);
    bench.assertSound();
  }
}
