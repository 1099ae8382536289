// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.kernel.Cpu;

/** {@code free_pages_check} and {@code bad_page}. */
class FreeTimeChecksTest {
  private static final int CHECKED = PageFlag.CHECK_AT_FREE;

  private final Machine machine = new Machine(1, 4, 8, true);
  private final Cpu cpu = machine.cpus[0];

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("PG_lru", page -> page.flags.setBitNonAtomic(PageFlag.PG_LRU)),
        damage("PG_private", page -> page.flags.setBitNonAtomic(PageFlag.PG_PRIVATE)),
        damage("PG_locked", page -> page.flags.setBitNonAtomic(PageFlag.PG_LOCKED)),
        damage("PG_active", page -> page.flags.setBitNonAtomic(PageFlag.PG_ACTIVE)),
        damage("PG_slab", page -> page.flags.setBitNonAtomic(PageFlag.PG_SLAB)),
        damage("PG_buddy", page -> page.flags.setBitNonAtomic(PageFlag.PG_BUDDY)),
        damage("inuse", page -> page.inuse = 0),
        damage("offset", page -> page.offset = 0),
        damage("mapping", page -> page.slab = new PageOwner() {}));
  }

  private static Arguments damage(String name, Consumer<Page> inflict) {
    return Arguments.of(name, inflict);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aPageThatComesBackDamagedIsReportedRepairedAndFreed(String name, Consumer<Page> inflict) {
    Page page = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    inflict.accept(page);
    machine.pages.freePages(cpu, page, 0);

    assertThat(cpu.complaint()).isEqualTo("bad_page: Bad page state at free");
    assertRepaired(page);
  }

  @Test
  void aPageThatComesBackCleanIsNotReported() {
    Page page = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    machine.pages.freePages(cpu, page, 0);
    assertThat(cpu.complaint()).isNull();
  }

  @Test
  void slubsDebugFlagIsNotChecked() {
    Page page = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    page.flags.setBitNonAtomic(PageFlag.PG_ERROR);
    machine.pages.freePages(cpu, page, 0);
    assertThat(cpu.complaint()).isNull();
  }

  @Test
  void aTailWithAReferenceIsReported() {
    Page head = machine.pages.allocPages(cpu, Gfp.KERNEL | Gfp.COMP, 1);
    Page tail = machine.memMap.page(head.pfn + 1);
    tail.count.set(1);
    machine.pages.freePages(cpu, head, 1);
    assertThat(cpu.complaint()).startsWith("bad_page: ");
    assertRepaired(tail);
  }

  private void assertRepaired(Page page) {
    assertThat(page.flags.read() & CHECKED & ~(1 << PageFlag.PG_BUDDY)).isZero();
    assertThat((int) page.inuse).isEqualTo(0xffff);
    assertThat((int) page.offset).isEqualTo(0xffff);
    assertThat(page.slab).isNull();
    assertThat(page.countNow()).isZero();
    assertThat(machine.pages.isFree(page)).isTrue();
  }
}
