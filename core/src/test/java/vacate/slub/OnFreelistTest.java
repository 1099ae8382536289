// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.Page;

/** {@code on_freelist}: one of four objects in use, three free. */
class OnFreelistTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(0);
  private final long used = bench.partialSlab(s, 1)[0];
  private final Page page = bench.pageOf(used);
  private final long first = page.freelist;
  private final long second = slub.objects.getFreepointer(s, first);

  @Test
  void everyFreeObjectIsFoundAndNoOther() {
    assertThat(onFreelist(first)).isTrue();
    assertThat(onFreelist(second)).isTrue();
    assertThat(onFreelist(used)).isFalse();
    assertThat(bench.cpu0.complaint()).isNull();
    assertThat((int) page.inuse).isEqualTo(1);
  }

  @Test
  void aCorruptHeadLosesTheWholeFreelist() {
    page.freelist = 1;
    assertThat(onFreelist(used)).isFalse();
    assertThat(bench.cpu0.complaint()).isEqualTo("on_freelist: Freepointer corrupt");
    assertThat(page.freelist).isZero();
    assertThat((int) page.inuse).isEqualTo(s.objects);
  }

  @Test
  void aCorruptChainIsCutAndTheCountCorrected() {
    slub.objects.setFreepointer(s, first, 1);
    assertThat(onFreelist(used)).isFalse();
    assertThat(bench.cpu0.complaint()).isEqualTo("on_freelist: Freechain corrupt");
    assertThat(page.freelist).isEqualTo(first);
    assertThat(slub.objects.getFreepointer(s, first)).isZero();
    assertThat((int) page.inuse).as("one is left on the freelist").isEqualTo(3);
  }

  @Test
  void aWrongCountIsCorrected() {
    page.inuse = 2;
    assertThat(onFreelist(used)).isFalse();
    assertThat(bench.cpu0.complaint()).isEqualTo("on_freelist: Wrong object count");
    assertThat((int) page.inuse).isEqualTo(1);
  }

  @Test
  void aChainThatRunsInACircleIsLeft() {
    slub.objects.setFreepointer(s, second, first);
    assertThat(onFreelist(used)).isFalse();
    assertThat(bench.cpu0.complaint()).isEqualTo("on_freelist: Wrong object count");
  }

  private boolean onFreelist(long object) {
    return slub.debugging.onFreelist(bench.cpu0, s, page, object);
  }
}
