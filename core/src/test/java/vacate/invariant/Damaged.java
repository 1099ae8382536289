// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import vacate.kernel.ListHead;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.Bench;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;

/** A machine that is sound until a test damages it in one way. */
abstract class Damaged {
  final Bench bench = new Bench();
  final KmemCache plain = bench.cache(0);
  final KmemCache tracked = bench.cache(SlabFlag.SLAB_STORE_USER);

  /** On {@link #plain}'s partial list, two of four objects in use. */
  final Page partial = bench.partialSlabs(plain, 2)[0];

  /** On {@link #tracked}'s full list. */
  final Page full = bench.pageOf(bench.fullSlab(tracked)[0]);

  final Page free = bench.machine.memMap.page(20);

  Damaged() {
    bench.assertSound();
  }

  /** There is this finding and no other, and it names what is damaged. */
  final void assertFound(Violation kind, Object damaged) {
    assertThat(bench.damage())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.text()).contains(damaged.toString());
              assertThat(finding.toString()).isEqualTo(kind + ": " + finding.text());
            });
  }

  static void set(Page page, int flag) {
    page.flags.setBitNonAtomic(flag);
  }

  static void clear(Page page, int flag) {
    page.flags.clearBitNonAtomic(flag);
  }

  static void freeze(Page page) {
    set(page, PageFlag.PG_ACTIVE);
  }

  /** The one link that no code but the list's own can reach. */
  static void setPrev(ListHead link, ListHead prev) throws ReflectiveOperationException {
    Field field = ListHead.class.getDeclaredField("prev");
    field.setAccessible(true);
    field.set(link, prev);
  }
}
