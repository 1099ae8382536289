// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;

class PageAllocatorTest {
  private final Machine machine = new Machine(2, 3, 8, true);
  private final PageAllocator pages = machine.pages;
  private final Cpu cpu0 = machine.cpus[0];
  private final Cpu cpu1 = machine.cpus[1];

  @AfterEach
  void interruptsAndPreemptionAreAsBefore() {
    for (Cpu cpu : machine.cpus) {
      assertThat(cpu.irqsDisabled()).isFalse();
      assertThat(cpu.preemptCount()).isZero();
      assertThat(cpu.complaint()).isNull();
    }
  }

  @Test
  void theZoneHandsOutFramesInOrder() {
    assertThat(pages.allocPages(cpu0, Gfp.KERNEL, 0).pfn).isEqualTo(1);
    assertThat(pages.allocPages(cpu1, Gfp.KERNEL, 0).pfn).isEqualTo(2);
  }

  @Test
  void aFreedPageIsTheNextForItsCpuAndNotForAnother() {
    Page page = pages.allocPages(cpu0, Gfp.KERNEL, 0);
    assertThat(pages.isPcpEmpty(cpu0)).isTrue();
    pages.freePages(cpu0, page, 0);
    assertThat(pages.isPcpEmpty(cpu0)).isFalse();
    assertThat(pages.isFree(page)).isTrue();

    assertThat(pages.allocPages(cpu1, Gfp.KERNEL, 0)).isNotSameAs(page);
    assertThat(pages.allocPages(cpu0, Gfp.KERNEL, 0)).isSameAs(page);
    assertThat(pages.isFree(page)).isFalse();
    assertThat(pages.isPcpEmpty(cpu0)).isTrue();
  }

  @Test
  void aPageThatItsCpuGaveBackIsAnothersNext() {
    Page page = pages.allocPages(cpu0, Gfp.KERNEL, 0);
    pages.freePages(cpu0, page, 0);
    pages.drainLocalPages(cpu0);
    assertThat(pages.isPcpEmpty(cpu0)).isTrue();
    assertThat(pages.isFree(page)).isTrue();

    assertThat(pages.allocPages(cpu1, Gfp.KERNEL, 0)).isSameAs(page);
  }

  @Test
  void aCpuThatKeepsTooManyGivesBackTheOneThatItHadLongest() {
    PageAllocator large = new Machine(2, PerCpuPages.HIGH, 8, true).pages;
    Page[] own = new Page[PerCpuPages.HIGH];
    for (int i = 0; i < own.length; i++) {
      own[i] = large.allocPages(cpu0, Gfp.KERNEL, 0);
    }
    for (int i = 0; i < own.length - 1; i++) {
      large.freePages(cpu0, own[i], 0);
    }
    assertThat(large.allocPages(cpu1, Gfp.KERNEL, 0)).as("all are CPU 0's").isNull();

    large.freePages(cpu0, own[own.length - 1], 0);

    assertThat(large.allocPages(cpu1, Gfp.KERNEL, 0)).isSameAs(own[0]);
    assertThat(large.allocPages(cpu1, Gfp.KERNEL, 0)).isNull();
    assertThat(large.allocPages(cpu0, Gfp.KERNEL, 0)).isSameAs(own[own.length - 1]);
  }

  @Test
  void theLastFreedIsHandedOutFirst() {
    Page first = pages.allocPages(cpu0, Gfp.KERNEL, 0);
    Page second = pages.allocPages(cpu0, Gfp.KERNEL, 0);
    pages.freePages(cpu0, first, 0);
    pages.freePages(cpu0, second, 0);
    assertThat(pages.allocPages(cpu0, Gfp.KERNEL, 0)).isSameAs(second);
  }

  @Test
  void anExhaustedMachineGivesNull() {
    for (int i = 0; i < 3; i++) {
      assertThat(pages.allocPages(cpu0, Gfp.KERNEL, 0)).isNotNull();
    }
    assertThat(pages.allocPages(cpu0, Gfp.KERNEL, 0)).isNull();
    assertThat(pages.allocPages(cpu0, Gfp.KERNEL, 1)).isNull();
  }

  @Test
  void everyPageIsFreeAtTheStartAndNoneOfTheListsIsTheCpus() {
    for (int pfn = 1; pfn < machine.memMap.frames(); pfn++) {
      assertThat(pages.isFree(machine.memMap.page(pfn))).isTrue();
    }
    assertThat(pages.isFree(machine.memMap.page(0))).isFalse();
    assertThat(pages.isPcpEmpty(cpu0)).isTrue();
  }

  @Test
  void cpusAreNumbered() {
    assertThat(cpu0.id).isZero();
    assertThat(cpu1.id).isEqualTo(1);
  }
}
