// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KmemCacheOpsTest {
  private static final KmemCacheOps.Get GET = (cpu, s, nr, objects) -> null;
  private static final KmemCacheOps.Kick KICK = (cpu, s, nr, objects, pinned) -> {};

  private final Bench bench = new Bench();

  @Test
  void aCacheWithoutOpsGetsTheDefaultOnesThatCannotKick() {
    KmemCache s = bench.cache(2, 0, 0, null, null);
    assertThat(s.ops).isSameAs(KmemCacheOps.NONE);
    assertThat(bench.slub.canKick(s)).isFalse();
  }

  @Test
  void bothCallbacksAreNeeded() {
    assertThat(canKick(new KmemCacheOps(GET, null))).isFalse();
    assertThat(canKick(new KmemCacheOps(null, KICK))).isFalse();
    assertThat(canKick(new KmemCacheOps(GET, KICK))).isTrue();
  }

  private boolean canKick(KmemCacheOps ops) {
    return bench.slub.canKick(bench.cache(2, 0, 0, null, ops));
  }
}
