// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.kernel.Cpu;

/** {@code prep_new_page}: a page that was damaged while it was free is found when it is taken. */
class AllocationTimeChecksTest {
  private final Machine machine = new Machine(1, 4, 8, true);
  private final Cpu cpu = machine.cpus[0];

  @ParameterizedTest(name = "{0}")
  @MethodSource("vacate.mm.FreeTimeChecksTest#damages")
  void aPageThatWasDamagedWhileFreeIsReportedAndRepaired(String name, Consumer<Page> inflict) {
    Page page = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    machine.pages.freePages(cpu, page, 0);
    inflict.accept(page);

    assertThat(machine.pages.allocPages(cpu, Gfp.KERNEL, 0)).isSameAs(page);

    assertThat(cpu.complaint()).isEqualTo("bad_page: Bad page state at allocation");
    assertThat(page.flags.read()).isZero();
    assertThat(page.isMapped()).isFalse();
    assertThat(page.slab).isNull();
    assertThat(page.countNow()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aFreePageWithAReferenceCountIsReported(int count) {
    Page page = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    machine.pages.freePages(cpu, page, 0);
    page.count.set(count);

    machine.pages.allocPages(cpu, Gfp.KERNEL, 0);

    assertThat(cpu.complaint()).startsWith("bad_page: ");
    assertThat(page.countNow()).isEqualTo(1);
  }
}
