// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.invariant.Violation;
import vacate.kernel.BitSpinLock;
import vacate.kernel.Cpu;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;

class Posted20070707Test {
  private final Bench bench = new Bench(Posted20070707::new);

  /**
   * J1. The page has 8 words: 8, 4 and 2 objects fill what kmalloc gives for them; for 5, which are
   * in two pages, it gives 64 bytes.
   */
  @ParameterizedTest
  @CsvSource({"1, 0, true", "2, 0, true", "4, 0, true", "3, 1, false"})
  void theBitmapIsBehindTheVector(int objsize, int order, boolean overwrites) {
    Bench plain = new Bench(Posted20070707::new, false);
    KmemCache s = plain.cache(objsize, order, 0, null, plain.kicking(0));
    Page page = plain.partialSlabs(s, 1)[0];

    plain.slub.vacate(plain.cpu1, page);

    assertThat(plain.violations()).isEqualTo(overwrites ? List.of(Violation.COMPLAINT) : List.of());
  }

  @Test
  void shrinkHasMemoryForBoth() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, sparse(12));

    bench.slub.kmemCacheShrink(bench.cpu0, s);

    assertThat(s.getNode().nrPartial).isEqualTo(10);
    bench.assertSound();
  }

  /** J2. */
  @Test
  void whileACacheIsCreatedDefragLosesItsMemory() {
    bench.cache(0);
    bench.slub.slubLock.downWrite(bench.cpu1);

    assertThat(bench.slub.kmemCacheDefrag(bench.cpu0, 100)).isZero();

    bench.slub.slubLock.upWrite();
    assertThat(bench.violations()).containsExactly(Violation.KMALLOC_LEAK);
  }

  @Test
  void defragGivesItsMemoryBackOtherwise() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, sparse(12));

    assertThat(bench.slub.kmemCacheDefrag(bench.cpu0, 100)).isEqualTo(2);

    bench.assertSound();
  }

  @Test
  void defragWithoutMemoryDoesNothing() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, sparse(12));
    bench.cpu0.failKmalloc(1);

    assertThat(bench.slub.kmemCacheDefrag(bench.cpu0, 100)).isZero();

    assertThat(s.getNode().nrPartial).isEqualTo(12);
    bench.assertSound();
  }

  /** Its ratio is 30: a quarter in use is sparse, a half is not. */
  @Test
  void defragGoesByTheRatioOfTheCache() {
    KmemCache s = bench.cache(0);
    bench.partialSlabs(s, dense(12));

    assertThat(bench.slub.kmemCacheDefrag(bench.cpu0, 100)).isZero();

    bench.assertSound();
  }

  @Test
  void defragEndsAtTheFirstCacheThatCannotKick() {
    KmemCache none = bench.cache(2, 0, 0, null, null);
    KmemCache kicks = bench.cache(0);
    bench.partialSlabs(none, sparse(11));

    assertThat(bench.slub.slabCaches.next).isSameAs(kicks.list);
    assertThat(bench.slub.kmemCacheDefrag(bench.cpu0, 100)).isZero();
    assertThat(none.getNode().nrPartial).isEqualTo(11);
  }

  /**
   * J3: between the kmalloc and slub_lock a cache is created that has more objects in a slab. Its
   * slabs are locked, so that sorting them is all that is done.
   */
  @Test
  void aCacheThatIsCreatedMeanwhileNeedsMoreMemory() {
    Bench[] grown = new Bench[1];
    grown[0] =
        new Bench(
            machine ->
                new Posted20070707(machine) {
                  @Override
                  protected long[] allocScratchForAll(Cpu cpu) {
                    long[] scratch = super.allocScratchForAll(cpu);
                    KmemCache larger =
                        grown[0].cache(1, 0, 0, null, grown[0].kicking(Integer.MAX_VALUE));
                    for (Page page : grown[0].partialSlabs(larger, sparse(11))) {
                      BitSpinLock.lock(grown[0].cpu1, PageFlag.PG_LOCKED, page.flags);
                    }
                    return scratch;
                  }
                });
    grown[0].cache(4, 0, 0, null, grown[0].kicking(0));

    grown[0].slub.kmemCacheDefrag(grown[0].cpu0, 100);

    assertThat(grown[0].cpu0.complaint())
        .isEqualTo("sort_partial_list: list heads are behind the end of the scratch memory");
  }

  /** As posted in June: who gives up returns 1. */
  @Test
  void theReturnValueIsJunes() {
    KmemCache s = bench.cache(SlabFlag.SLAB_RED_ZONE);
    Page kept = bench.keptSlab(s);

    assertThat(bench.slub.vacateAndTell(bench.cpu1, kept).text()).isEqualTo("EMPTY=1");
  }

  private static int[] sparse(int slabs) {
    int[] inuse = new int[slabs];
    Arrays.fill(inuse, 1);
    return inuse;
  }

  private static int[] dense(int slabs) {
    int[] inuse = new int[slabs];
    Arrays.fill(inuse, 2);
    return inuse;
  }
}
