// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.MemMap;
import vacate.mm.Page;

/** {@code alloc_debug_processing}. */
class AllocDebugTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final MemMap memory = bench.machine.memMap;
  private final KmemCache s =
      bench.cache(1, 0, SlabFlag.SLAB_POISON | SlabFlag.SLAB_RED_ZONE, null, KmemCacheOps.NONE);
  private final long used = bench.partialSlab(s, 1)[0];
  private final Page page = bench.pageOf(used);
  private final long free = page.freelist;

  @Test
  void aSoundObjectBecomesActive() {
    assertThat(allocDebugProcessing(free)).isTrue();
    assertThat(memory.load(free + s.objsize)).isEqualTo(SlabObjects.RED_ACTIVE);
    assertThat(bench.cpu0.complaint()).isNull();
    assertThat(page.freelist).as("the caller takes it").isEqualTo(free);
  }

  @Test
  void theCallerIsTracked() {
    KmemCache tracked = bench.cache(SlabFlag.SLAB_STORE_USER);
    long object = bench.alloc(bench.cpu1, tracked);
    assertThat(memory.load(object + tracked.size - 2)).as("allocated by CPU 1").isEqualTo(2);
    assertThat(memory.load(object + tracked.size - 1)).as("never freed").isZero();
  }

  @Test
  void anObjectInUseIsNotHandedOutAgain() {
    assertRefused(used, "alloc_debug_processing: Object already allocated");
    assertAllMarkedUsed();
  }

  @Test
  void aFreelistThatStartsOutsideTheSlabIsRefused() {
    page.freelist = 1;
    assertRefused(1, "alloc_debug_processing: Freelist Pointer check fails");
    assertAllMarkedUsed();
  }

  @Test
  void anObjectThatWasWrittenAfterItWasFreedIsRefused() {
    memory.store(free, 5);
    assertRefused(free, "check_object: Poison overwritten");
    assertAllMarkedUsed();
  }

  @Test
  void aCorruptSlabIsMarkedUsedAndItsOffsetRepaired() {
    page.offset = 1;
    assertRefused(free, "check_slab: Corrupted offset");
    assertAllMarkedUsed();
    assertThat((int) page.offset).isEqualTo(s.offset);
  }

  @Test
  void aPageThatIsNoSlabIsNotTouched() {
    slub.clearPageSlab(page);
    assertRefused(free, "check_slab: Not a valid slab page");
    assertThat((int) page.inuse).isEqualTo(1);
    assertThat(page.freelist).isEqualTo(free);
  }

  @Test
  void allocationGoesOnWithAnotherSlab() {
    memory.store(free, 5);
    long object = bench.alloc(bench.cpu0, s);
    assertThat(bench.pageOf(object)).isNotSameAs(page);
    assertAllMarkedUsed();
    assertThat(bench.cpu0.irqsDisabled()).isFalse();
    assertThat(bench.cpu0.preemptCount()).isZero();
  }

  private void assertRefused(long object, String complaint) {
    assertThat(allocDebugProcessing(object)).isFalse();
    assertThat(bench.cpu0.complaint()).isEqualTo(complaint);
  }

  private boolean allocDebugProcessing(long object) {
    boolean flags = bench.cpu0.localIrqSave();
    boolean fit = slub.debugging.allocDebugProcessing(bench.cpu0, s, page, object);
    bench.cpu0.localIrqRestore(flags);
    return fit;
  }

  private void assertAllMarkedUsed() {
    assertThat((int) page.inuse).isEqualTo(s.objects);
    assertThat(page.freelist).isZero();
  }
}
