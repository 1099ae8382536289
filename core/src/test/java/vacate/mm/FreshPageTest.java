// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;
import vacate.kernel.ListHead;

/** What {@code new_slab} may rely on in a page that {@code alloc_pages} just handed out. */
class FreshPageTest {
  private final Machine machine = new Machine(2, 4, 8, true);
  private final Cpu cpu = machine.cpus[0];

  @Test
  void hasTheValuesOfPrepNewPage() {
    assertFresh(machine.pages.allocPages(cpu, Gfp.KERNEL, 0));
  }

  @Test
  void hasThemAlsoWhenItWasUsedBefore() {
    Page page = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    page.locklessFreelist = 99;
    page.freelist = 77;
    page.flags.setBitNonAtomic(PageFlag.PG_ERROR);
    machine.pages.freePages(cpu, page, 0);

    Page again = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    assertThat(again).isSameAs(page);
    assertFresh(again);
    assertThat(again.freelist).as("stale, as the last owner left it").isEqualTo(77);
  }

  @Test
  void frameZeroIsNeverHandedOut() {
    for (int i = 0; i < 4; i++) {
      assertThat(machine.pages.allocPages(cpu, Gfp.KERNEL, 0).pfn).isPositive();
    }
  }

  private static void assertFresh(Page page) {
    assertThat(page.countNow()).isEqualTo(1);
    assertThat((int) page.inuse).isEqualTo(0xffff);
    assertThat((int) page.offset).isEqualTo(0xffff);
    assertThat(page.slab).isNull();
    assertThat(page.locklessFreelist).isZero();
    assertThat(page.flags.read()).isZero();
    assertThat(page.lru.next).isSameAs(ListHead.LIST_POISON1);
    assertThat(page.lru.last()).isSameAs(ListHead.LIST_POISON2);
  }
}
