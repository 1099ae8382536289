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
    slub.initObject(s, OBJECT, true);
    assertThat(slub.checkObject(s, page, OBJECT, true)).isNull();
    assertThat(slub.checkObject(s, page, OBJECT, false))
        .isEqualTo("check_object: Redzone overwritten");
    slub.initObject(s, OBJECT, false);
    assertThat(slub.checkObject(s, page, OBJECT, false)).isNull();
    assertThat(slub.checkObject(s, page, OBJECT, true))
        .isEqualTo("check_object: Redzone overwritten");
  }

  @Test
  void theLastWordOfAFreeObjectMustBePoison() {
    KmemCache s = bench.cache(SlabFlag.SLAB_POISON);
    slub.initObject(s, OBJECT, false);
    assertThat(slub.checkObject(s, page, OBJECT, false)).isNull();
    memory.store(OBJECT + 1, 1);
    assertThat(slub.checkObject(s, page, OBJECT, false))
        .isEqualTo("check_object: Poison overwritten");
  }

  @Test
  void anObjectInUseMayHoldAnything() {
    KmemCache s = bench.cache(SlabFlag.SLAB_POISON);
    memory.store(OBJECT, 1);
    assertThat(slub.checkObject(s, page, OBJECT, true)).isNull();
  }

  @Test
  void aCorruptFreePointerIsReportedAndZapped() {
    KmemCache s = bench.cache(SlabFlag.SLAB_DESTROY_BY_RCU);
    slub.setFreepointer(s, OBJECT, 1);
    assertThat(slub.checkObject(s, page, OBJECT, true))
        .isEqualTo("check_object: Freepointer corrupt");
    assertThat(slub.getFreepointer(s, OBJECT)).isZero();
    assertThat(slub.checkObject(s, page, OBJECT, true)).isNull();
  }

  @Test
  void aFreePointerUnderAnObjectInUseIsNotChecked() {
    KmemCache s = bench.cache(0);
    memory.store(OBJECT, 1);
    assertThat(slub.checkObject(s, page, OBJECT, true)).isNull();
    assertThat(slub.checkObject(s, page, OBJECT, false))
        .isEqualTo("check_object: Freepointer corrupt");
  }
}
