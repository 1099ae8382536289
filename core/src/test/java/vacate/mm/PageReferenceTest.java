// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;

class PageReferenceTest {
  private final Machine machine = new Machine(1, 4, 8, true);
  private final Machine trusting = new Machine(1, 4, 8, false);

  @Test
  void aFreePageCannotBePinned() {
    Page page = machine.memMap.page(1);
    assertThat(machine.pages.getPageUnlessZero(page)).isFalse();
    assertThat(page.countNow()).isZero();
  }

  @Test
  void aPinnedPageIsFreedOnlyByTheLastReference() {
    Cpu cpu = machine.cpus[0];
    Page page = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    assertThat(machine.pages.getPageUnlessZero(page)).isTrue();
    assertThat(page.countNow()).isEqualTo(2);
    machine.pages.freePages(cpu, page, 0);
    assertThat(machine.pages.isFree(page)).isFalse();
    machine.pages.putPage(cpu, page);
    assertThat(page.countNow()).isZero();
    assertThat(machine.pages.isFree(page)).isTrue();
  }

  @Test
  void theAllocationsOwnReferenceMayBeTheLast() {
    Cpu cpu = machine.cpus[0];
    Page page = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    machine.pages.getPageUnlessZero(page);
    machine.pages.putPage(cpu, page);
    assertThat(machine.pages.isFree(page)).isFalse();
    machine.pages.freePages(cpu, page, 0);
    assertThat(machine.pages.isFree(page)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void pinningACompoundPageIsABugWithDebugVm(int offset) {
    Page head = machine.pages.allocPages(machine.cpus[0], Gfp.KERNEL | Gfp.COMP, 1);
    Page page = machine.memMap.page(head.pfn + offset);
    assertThatThrownBy(() -> machine.pages.getPageUnlessZero(page))
        .isInstanceOf(KernelBug.class)
        .hasMessage("get_page_unless_zero: VM_BUG_ON(PageCompound(page))");
    assertThat(head.countNow()).isEqualTo(1);
  }

  @Test
  void withoutDebugVmTheHeadIsPinnedAndATailIsNot() {
    Page head = trusting.pages.allocPages(trusting.cpus[0], Gfp.KERNEL | Gfp.COMP, 1);
    assertThat(trusting.pages.getPageUnlessZero(head)).isTrue();
    assertThat(trusting.pages.getPageUnlessZero(trusting.memMap.page(head.pfn + 1))).isFalse();
  }

  @Test
  void droppingAReferenceThatNobodyHasIsABugWithDebugVm() {
    Page page = machine.memMap.page(1);
    assertThatThrownBy(() -> machine.pages.putPage(machine.cpus[0], page))
        .isInstanceOf(KernelBug.class)
        .hasMessage("put_page_testzero: VM_BUG_ON(page_count == 0)");
    assertThat(machine.pages.isFree(page)).as("not freed a second time").isTrue();
  }

  @Test
  void withoutDebugVmTheCountGoesBelowZero() {
    Page page = trusting.memMap.page(1);
    trusting.pages.putPage(trusting.cpus[0], page);
    assertThat(page.countNow()).isEqualTo(-1);
  }
}
