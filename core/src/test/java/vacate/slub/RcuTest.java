// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;

/** {@code SLAB_DESTROY_BY_RCU}: {@code call_rcu} and {@code rcu_free_slab}. */
class RcuTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);

  @Test
  void aDiscardedSlabIsNotFreedBeforeTheGracePeriodEnds() {
    Page page = discard();
    assertThat(page.isSlab()).isFalse();
    assertThat(page.slab).as("the callback needs it").isSameAs(s);
    assertThat(page.countNow()).isEqualTo(1);
    assertThat(bench.machine.pages.isFree(page)).isFalse();
    assertThat(bench.cpu0.nrSlab).isEqualTo(1);
    assertThat(s.getNode().nrSlabs.read()).isZero();
    bench.assertSound();

    slub.rcuGracePeriodEnds(bench.cpu0);
    assertThat(page.slab).isNull();
    assertThat(bench.machine.pages.isFree(page)).isTrue();
    assertThat(bench.cpu0.nrSlab).isZero();
    bench.assertSound();
  }

  @Test
  void allCallbacksOfACpuAreCalledAndNoneOfAnother() {
    long[] a = bench.fullSlab(s);
    long[] b = bench.fullSlab(s);
    long[] c = bench.fullSlab(s);
    for (int i = 0; i < s.objects; i++) {
      bench.free(bench.cpu0, s, a[i]);
      bench.free(bench.cpu0, s, b[i]);
      bench.free(bench.cpu1, s, c[i]);
    }
    bench.assertSound();
    slub.rcuGracePeriodEnds(bench.cpu0);
    assertThat(bench.machine.pages.isFree(bench.pageOf(a[0]))).isTrue();
    assertThat(bench.machine.pages.isFree(bench.pageOf(b[0]))).isTrue();
    assertThat(bench.machine.pages.isFree(bench.pageOf(c[0]))).isFalse();
    assertThat(bench.cpu0.rcuQueue).isNull();
    bench.assertSound();
  }

  @Test
  void theEndOfAGracePeriodInWhichNothingWasQueuedChangesNothing() {
    bench.alloc(bench.cpu0, s);
    slub.rcuGracePeriodEnds(bench.cpu0);
    bench.assertSound();
  }

  @Test
  void aPageThatWasQueuedTwiceIsABugTheSecondTime() {
    Page page = discard();
    slub.freeSlab(bench.cpu0, s, page);
    assertThatThrownBy(() -> slub.rcuGracePeriodEnds(bench.cpu0))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("rcu_free_slab: ");
  }

  private Page discard() {
    long last = bench.partialSlab(s, 1)[0];
    assertThat(bench.free(bench.cpu0, s, last)).isEqualTo(Freed.DISCARDED);
    return bench.pageOf(last);
  }
}
