// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.mm.MemMap;
import vacate.mm.Page;

/** {@code check_object}: each complaint, and what it is silent about. */
class CheckObjectTest {
  private static final long OBJECT = 16;

  private final Bench bench = new Bench();
  private final Slub slub = bench.slub;
  private final MemMap memory = bench.machine.memMap;
  private final Page page = memory.page(2);

  @Test
  void aRedZoneMustSayWhetherTheObjectIsInUse() {
    KmemCache s = bench.cache(SlabFlag.SLAB_RED_ZONE);
    slub.objects.initObject(s, OBJECT, true);
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, true)).isNull();
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, false))
        .isEqualTo("check_object: Redzone overwritten");
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, false)).as("mended").isNull();
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, true))
        .isEqualTo("check_object: Redzone overwritten");
  }

  @Test
  void theLastWordOfAFreeObjectMustBePoison() {
    KmemCache s = bench.cache(SlabFlag.SLAB_POISON);
    slub.objects.initObject(s, OBJECT, false);
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, false)).isNull();
    memory.store(OBJECT + 1, 1);
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, false))
        .isEqualTo("check_object: Poison overwritten");
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, false)).as("mended").isNull();
  }

  @Test
  void paddingThatWasOverwrittenIsMendedAndNoReasonToRefuseTheObject() {
    KmemCache s =
        bench.cache(SlabFlag.SLAB_POISON | SlabFlag.SLAB_RED_ZONE | SlabFlag.SLAB_STORE_USER);
    long object = bench.alloc(bench.cpu0, s);
    Page slab = bench.pageOf(object);
    long padding = object + s.size - 1;
    assertThat(memory.load(padding)).isEqualTo(SlabObjects.POISON_INUSE);
    memory.store(padding, 1);

    assertThat(slub.objects.checkObject(bench.cpu0, s, slab, object, true)).isNull();

    assertThat(bench.cpu0.complaint()).isEqualTo("check_pad_bytes: Object padding overwritten");
    assertThat(memory.load(padding)).isEqualTo(SlabObjects.POISON_INUSE);
    assertThat(memory.load(padding - 2)).as("who allocated it").isEqualTo(1);
  }

  @Test
  void anObjectInUseMayHoldAnything() {
    KmemCache s = bench.cache(SlabFlag.SLAB_POISON);
    memory.store(OBJECT, 1);
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, true)).isNull();
  }

  @Test
  void aCorruptFreePointerIsReportedAndZapped() {
    KmemCache s = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);
    slub.objects.setFreepointer(s, OBJECT, 1);
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, true))
        .isEqualTo("check_object: Freepointer corrupt");
    assertThat(slub.objects.getFreepointer(s, OBJECT)).isZero();
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, true)).isNull();
  }

  @Test
  void aFreePointerUnderAnObjectInUseIsNotChecked() {
    KmemCache s = bench.cache(0);
    memory.store(OBJECT, 1);
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, true)).isNull();
    assertThat(slub.objects.checkObject(bench.cpu0, s, page, OBJECT, false))
        .isEqualTo("check_object: Freepointer corrupt");
  }
}
