// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;

class SoundMachineTest {
  private final Bench bench = new Bench();

  @Test
  void anIdleMachineIsSound() {
    bench.assertSound();
  }

  @Test
  void slabsInEveryStateAreSound() {
    for (int flags : new int[] {0, SlabFlag.SLAB_STORE_USER, SlabFlag.SLAB_DESTROY_BY_RCU}) {
      KmemCache s = bench.cache(flags);
      bench.fullSlab(s);
      bench.partialSlab(s, 1);
      bench.alloc(bench.cpu0, s);
      bench.alloc(bench.cpu1, s);
    }
    bench.keptSlab(bench.cache(0));
    bench.fullSlab(bench.cache(2, 1, 0, null, null));
    bench.assertSound();
  }

  @Test
  void aSlabOfACacheThatIsGoneIsLost() {
    KmemCache s = bench.cache(0);
    long object = bench.partialSlab(s, 1)[0];
    bench.slub.kmemCacheDestroy(bench.cpu0, s);
    assertThat(bench.damage())
        .extracting(Damage::toString)
        .contains("PAGE_LOST: " + bench.pageOf(object) + " is a slab of no living cache");
  }
}
