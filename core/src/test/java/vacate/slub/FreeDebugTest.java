// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.MemMap;
import vacate.mm.Page;

/** {@code free_debug_processing}: what it refuses stays in use. */
class FreeDebugTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final MemMap memory = bench.machine.memMap;
  private final KmemCache s = bench.cache(SlabFlag.SLAB_RED_ZONE);
  private final long[] objects = bench.fullSlab(s);
  private final Page page = bench.pageOf(objects[0]);

  @Test
  void aFreedObjectBecomesInactive() {
    assertThat(bench.free(bench.cpu0, s, objects[1])).isEqualTo(Freed.TO_PARTIAL);
    assertThat(memory.load(objects[1] + s.objsize)).isEqualTo(SlabObjects.RED_INACTIVE);
    bench.assertSound();
  }

  @Test
  void theCallerIsTracked() {
    KmemCache tracked = bench.cache(SlabFlag.SLAB_STORE_USER);
    long object = bench.fullSlab(tracked)[0];
    bench.free(bench.cpu1, tracked, object);
    assertThat(memory.load(object + tracked.size - 1)).as("freed by CPU 1").isEqualTo(2);
    bench.assertSound();
  }

  @Test
  void theMiddleOfAnObjectIsRefused() {
    assertRefused(s, objects[1] + 1, "free_debug_processing: Invalid object pointer");
  }

  @Test
  void anObjectThatIsFreeIsRefused() {
    bench.free(bench.cpu0, s, objects[1]);
    assertRefused(s, objects[1], "free_debug_processing: Object already free");
  }

  @Test
  void anObjectWithADamagedRedZoneIsRefused() {
    memory.store(objects[1] + s.objsize, 0);
    assertRefused(s, objects[1], "check_object: Redzone overwritten");
  }

  @Test
  void anObjectOfAnotherCacheIsRefused() {
    KmemCache other = bench.cache(SlabFlag.SLAB_RED_ZONE);
    assertRefused(other, objects[1], "free_debug_processing: page slab pointer corrupt");
  }

  @Test
  void anObjectOnAPageThatIsNoSlabIsRefused() {
    slub.clearPageSlab(page);
    assertRefused(s, objects[1], "check_slab: Not a valid slab page");
  }

  private void assertRefused(KmemCache cache, long object, String complaint) {
    int before = page.inuse;
    assertThat(slub.kmemCacheFree(bench.cpu0, cache, object)).isEqualTo(Freed.REFUSED);
    assertThat(bench.cpu0.complaint()).isEqualTo(complaint);
    assertThat((int) page.inuse).isEqualTo(before);
    assertThat(slub.slabTrylock(bench.cpu0, page)).as("the slab lock was dropped").isTrue();
    assertThat(bench.cpu0.irqsDisabled()).isFalse();
  }
}
