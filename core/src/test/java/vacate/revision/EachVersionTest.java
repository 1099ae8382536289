// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.kernel.KernelBug;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.slub.Bench;
import vacate.slub.KmemCache;

/** What a vacate of one page tells in each version that was posted, and one CPU can see. */
class EachVersionTest {
  private static Revision labelled(String label) {
    return Arrays.stream(Revision.values()).filter(r -> r.label.equals(label)).findAny().get();
  }

  private static void construct(MemMap memory, long object) {
    memory.store(object, 1);
  }

  private static KmemCache cache(Bench bench, int order) {
    return bench.cache(1, order, 0, EachVersionTest::construct, bench.kicking(Integer.MAX_VALUE));
  }

  /**
   * (a): of an empty slab that is kept, of which nothing was done, 1; (a2): of one that it kept.
   */
  @ParameterizedTest
  @CsvSource({
    "posted20070504,            EMPTY=0,         EMPTIED=1,       true",
    "posted20070504fix,         EMPTY=0,         EMPTIED=1,       true",
    "posted20070518,            EMPTY=0,         EMPTIED=1,       true",
    "posted,                    EMPTY=1,         EMPTIED=1,       true",
    "posted20070707,            EMPTY=1,         EMPTIED=1,       true",
    "posted20070831,            EMPTY=0,         EMPTIED=1,       true",
    "posted20070831reclaimable, EMPTY=0,         EMPTIED=1,       true",
    "posted20071106,            ONE_REFERENCE=0, ONE_REFERENCE=0, true",
    "posted20071128,            NO_SUCH_CALL=0,  NO_SUCH_CALL=0,  true",
    "posted20080215,            NO_SUCH_CALL=0,  NO_SUCH_CALL=0,  true",
    "corrected,                 EMPTY=0,         EMPTIED=1,       false",
    "corrected20070504,         EMPTY=0,         EMPTIED=1,       false",
    "corrected20070518,         EMPTY=0,         EMPTIED=1,       false",
    "corrected20070707,         EMPTY=0,         EMPTIED=1,       false",
    "corrected20070831,         EMPTY=0,         EMPTIED=1,       false",
    "corrected20070831reclaimable, EMPTY=0,      EMPTIED=1,       false",
    "corrected20071106,         EMPTY=0,         EMPTIED=1,       false",
  })
  void answers(String label, String ofKept, String ofFull, boolean isKept) {
    Bench bench = new Bench(labelled(label)::boot);
    Page kept = bench.keptSlab(cache(bench, 0));
    Page full = bench.pageOf(bench.fullSlab(cache(bench, 0))[0]);

    assertThat(bench.slub.vacateAndTell(bench.cpu1, kept).text()).isEqualTo(ofKept);
    assertThat(bench.slub.vacateAndTell(bench.cpu1, full).text()).isEqualTo(ofFull);

    assertThat(full.isSlab()).isEqualTo(isKept);
  }

  /** With DEBUG_VM; while nothing is isolated without a stray reference, November never asks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "posted20070504",
        "posted20070504fix",
        "posted20070518",
        "posted",
        "posted20070707",
        "posted20070831",
        "posted20070831reclaimable"
      })
  void aSlabOfMorePagesIsABug(String label) {
    Bench bench = new Bench(labelled(label)::boot);
    Page page = bench.partialSlabs(cache(bench, 1), 2)[0];

    assertThatThrownBy(() -> bench.slub.vacate(bench.cpu1, page))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("VM_BUG_ON(PageCompound(page))");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "posted20071106",
        "posted20071128",
        "posted20080215",
        "corrected",
        "corrected20070504",
        "corrected20070518",
        "corrected20070707",
        "corrected20070831",
        "corrected20070831reclaimable",
        "corrected20071106"
      })
  void norIsItAnyMore(String label) {
    Bench bench = new Bench(labelled(label)::boot);
    KmemCache s = cache(bench, 1);
    Page page = bench.partialSlabs(s, 3)[0];

    bench.slub.vacate(bench.cpu1, page);
    bench.slub.kmemCacheShrink(bench.cpu0, s);

    bench.assertSound();
  }
}
