// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.MemMap;
import vacate.mm.Page;

/** Free pointers, indices, and what an object holds before it is handed out. */
class SlabObjectsTest {
  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final MemMap memory = bench.machine.memMap;

  @Test
  void theFreePointerIsAtTheCachesOffset() {
    KmemCache s = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);
    slub.objects.setFreepointer(s, 16, 99);
    assertThat(memory.load(18)).isEqualTo(99);
    assertThat(slub.objects.getFreepointer(s, 16)).isEqualTo(99);
  }

  @Test
  void withoutTheCacheItIsAtThePagesOffset() {
    Page page = memory.page(2);
    page.offset = 1;
    slub.objects.setNextFree(page, 16, 99);
    assertThat(memory.load(17)).isEqualTo(99);
    assertThat(slub.objects.nextFree(page, 16)).isEqualTo(99);
  }

  @Test
  void objectsAreNumberedFromTheStartOfTheSlab() {
    KmemCache s = bench.cache(0);
    Page page = memory.page(3);
    assertThat(slub.objects.slabIndex(s, page, 24)).isZero();
    assertThat(slub.objects.slabIndex(s, page, 30)).isEqualTo(3);
  }

  @Test
  void onlyTheStartOfAnObjectOfTheSlabIsAValidPointer() {
    KmemCache s = bench.cache(0);
    Page page = memory.page(3);
    assertThat(slub.objects.checkValidPointer(s, page, 24)).isTrue();
    assertThat(slub.objects.checkValidPointer(s, page, 30)).isTrue();
    assertThat(slub.objects.checkValidPointer(s, page, 0)).as("NULL ends a chain").isTrue();
    assertThat(slub.objects.checkValidPointer(s, page, 25)).as("inside an object").isFalse();
    assertThat(slub.objects.checkValidPointer(s, page, 22)).as("before the slab").isFalse();
    assertThat(slub.objects.checkValidPointer(s, page, 32)).as("behind the slab").isFalse();
  }

  @Test
  void theRestOfASlabBehindItsLastObjectIsNotValid() {
    KmemCache s = bench.cache(3, 0, 0, null, null);
    assertThat(s.objects).isEqualTo(2);
    assertThat(slub.objects.checkValidPointer(s, memory.page(3), 30)).isFalse();
  }

  @Test
  void aPoisonedObjectIsFilledAndItsRedZoneInactive() {
    KmemCache s = bench.cache(SlabFlag.SLAB_POISON | SlabFlag.SLAB_RED_ZONE);
    slub.objects.setupObject(s, memory.page(2), 16);
    assertThat(memory.load(16)).isEqualTo(SlabObjects.POISON_FREE);
    assertThat(memory.load(17)).isEqualTo(SlabObjects.POISON_FREE);
    assertThat(memory.load(18)).isEqualTo(SlabObjects.RED_INACTIVE);
    assertThat(memory.load(19)).as("the free pointer is not poisoned").isZero();
  }

  @Test
  void aPlainObjectIsLeftAsItIs() {
    memory.store(16, 5);
    slub.objects.setupObject(bench.cache(0), memory.page(2), 16);
    assertThat(memory.load(16)).isEqualTo(5);
  }

  @Test
  void theConstructorRunsAfterTheDebugPatterns() {
    KmemCache s =
        bench.cache(2, 0, SlabFlag.SLAB_RED_ZONE, (m, object) -> m.store(object, 0xc0), null);
    slub.objects.setupObject(s, memory.page(2), 16);
    assertThat(memory.load(16)).isEqualTo(0xc0);
    assertThat(memory.load(18)).isEqualTo(SlabObjects.RED_INACTIVE);
  }

  @Test
  void tracksAreBehindTheFreePointerAndStartEmpty() {
    KmemCache s = bench.cache(SlabFlag.SLAB_STORE_USER);
    slub.objects.setTrack(s, 16, true, 7);
    slub.objects.setTrack(s, 16, false, 8);
    assertThat(memory.load(18)).isEqualTo(7);
    assertThat(memory.load(19)).isEqualTo(8);
    slub.objects.setupObject(s, memory.page(2), 16);
    assertThat(memory.load(18)).isZero();
    assertThat(memory.load(19)).isZero();
  }

  @Test
  void withoutStoreUserThereIsNoTrack() {
    KmemCache s = bench.cache(0);
    slub.objects.setTrack(s, 16, true, 7);
    assertThat(memory.load(16)).isZero();
    assertThat(memory.load(17)).isZero();
  }
}
