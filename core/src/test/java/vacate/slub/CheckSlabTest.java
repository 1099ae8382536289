// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.mm.Page;

/** {@code check_slab}. */
class CheckSlabTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final KmemCache s = bench.cache(0);
  private final Page page = bench.partialSlabs(s, 1)[0];

  @BeforeEach
  void interruptsAreOff() {
    bench.cpu0.localIrqDisable();
  }

  @Test
  void interruptsThatAreOnAreABugWithDebugVm() {
    bench.cpu0.localIrqEnable();
    assertThatThrownBy(() -> slub.debugging.checkSlab(bench.cpu0, s, page))
        .isInstanceOf(KernelBug.class)
        .hasMessage("check_slab: VM_BUG_ON(!irqs_disabled())");

    Bench production = new Bench(Slub::new, false);
    KmemCache other = production.cache(0);
    Page slab = production.partialSlabs(other, 1)[0];
    assertThat(production.slub.debugging.checkSlab(production.cpu0, other, slab)).isTrue();
  }

  @Test
  void aSoundSlabPasses() {
    assertThat(slub.debugging.checkSlab(bench.cpu0, s, page)).isTrue();
    page.inuse = (char) s.objects;
    assertThat(slub.debugging.checkSlab(bench.cpu0, s, page)).isTrue();
    assertThat(bench.cpu0.complaint()).isNull();
  }

  @Test
  void aPageThatIsNoSlabIsReported() {
    slub.clearPageSlab(page);
    assertRefused("check_slab: Not a valid slab page");
  }

  @Test
  void aWrongOffsetIsReported() {
    page.offset = 1;
    assertRefused("check_slab: Corrupted offset");
  }

  @Test
  void moreObjectsInUseThanThereAreIsReported() {
    page.inuse = (char) (s.objects + 1);
    assertRefused("check_slab: inuse > max");
  }

  @Test
  void whatIsLeftOfASlabBehindItsLastObjectIsCheckedAndMended() {
    bench.cpu0.localIrqEnable();
    KmemCache poisoned = bench.cache(4, 0, SlabFlag.SLAB_POISON, null, null);
    Page slab = bench.pageOf(bench.alloc(bench.cpu0, poisoned));
    bench.cpu0.localIrqDisable();
    long last = bench.machine.memMap.address(slab) + Bench.PAGE_WORDS - 1;
    assertThat(poisoned.objects * poisoned.size).isEqualTo(5);
    assertThat(bench.machine.memMap.load(last)).isEqualTo(SlabObjects.POISON_INUSE);
    bench.machine.memMap.store(last, 1);

    assertThat(slub.debugging.checkSlab(bench.cpu0, poisoned, slab)).isTrue();

    assertThat(bench.cpu0.complaint()).isEqualTo("slab_pad_check: Padding overwritten");
    assertThat(bench.machine.memMap.load(last)).isEqualTo(SlabObjects.POISON_INUSE);
  }

  private void assertRefused(String complaint) {
    assertThat(slub.debugging.checkSlab(bench.cpu0, s, page)).isFalse();
    assertThat(bench.cpu0.complaint()).isEqualTo(complaint);
  }
}
