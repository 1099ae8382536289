// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vacate.kernel.Cpu;

class CompoundPageTest {
  private static final int GFP = Gfp.KERNEL | Gfp.COMP;

  private final Machine machine = new Machine(1, 8, 8, false);
  private final PageAllocator pages = machine.pages;
  private final Cpu cpu = machine.cpus[0];

  @Test
  void headAndTailsAreMarkedAndAligned() {
    Page head = pages.allocPages(cpu, GFP, 2);
    assertThat(head.pfn).isEqualTo(4);
    assertThat(head.isCompound()).isTrue();
    assertThat(head.isTail()).isFalse();
    assertThat(head.countNow()).isEqualTo(1);
    for (int i = 1; i < 4; i++) {
      Page tail = machine.memMap.page(4 + i);
      assertThat(tail.isTail()).isTrue();
      assertThat(tail.countNow()).isZero();
      assertThat(tail.locklessFreelist).as("first_page").isEqualTo(4);
    }
    assertThat(machine.memMap.page(3).isCompound()).isFalse();
    assertThat(machine.memMap.page(8).isCompound()).isFalse();
  }

  @Test
  void withoutGfpCompNothingIsMarked() {
    Page head = pages.allocPages(cpu, Gfp.KERNEL, 1);
    assertThat(head.isCompound()).isFalse();
    assertThat(pages.allocPages(cpu, GFP, 0).isCompound()).isFalse();
  }

  @Test
  void putPageOfATailDropsTheReferenceOfItsHead() {
    Page head = pages.allocPages(cpu, GFP, 1);
    Page tail = machine.memMap.page(head.pfn + 1);
    head.count.inc();
    pages.putPage(cpu, tail);
    assertThat(head.countNow()).isEqualTo(1);
    assertThat(tail.countNow()).isZero();
    assertThat(pages.isFree(head)).isFalse();
    pages.putPage(cpu, tail);
    assertRunIsFree(head);
  }

  @Test
  void putPageOfTheHeadFreesTheWholeRunWithTheLastReference() {
    Page head = pages.allocPages(cpu, GFP, 1);
    head.count.inc();
    pages.putPage(cpu, head);
    assertThat(pages.isFree(head)).isFalse();
    pages.putPage(cpu, head);
    assertRunIsFree(head);
  }

  @Test
  void freePagesFreesTheWholeRunAndNotItsNeighbour() {
    Page head = pages.allocPages(cpu, GFP, 1);
    Page neighbour = pages.allocPages(cpu, GFP, 1);
    assertThat(neighbour.pfn).isEqualTo(head.pfn + 2);
    pages.freePages(cpu, head, 1);
    assertRunIsFree(head);
    assertThat(neighbour.isCompound()).isTrue();
    assertThat(pages.isFree(neighbour)).isFalse();
    assertThat(pages.allocPages(cpu, GFP, 1)).isSameAs(head);
  }

  @Test
  void theLastRunOfMemoryIsFreedToo() {
    Machine small = new Machine(1, 3, 8, false);
    Page head = small.pages.allocPages(small.cpus[0], GFP, 1);
    assertThat(head.pfn + 2).as("one behind the last frame").isEqualTo(small.memMap.frames());
    small.pages.freePages(small.cpus[0], head, 1);
    assertThat(small.pages.isFree(head)).isTrue();
    assertThat(small.pages.isFree(small.memMap.page(head.pfn + 1))).isTrue();
  }

  @Test
  void aTailOfAnotherHeadEndsTheRun() {
    Page head = pages.allocPages(cpu, GFP, 1);
    Page behind = machine.memMap.page(head.pfn + 2);
    behind.flags.setBitNonAtomic(PageFlag.PG_COMPOUND);
    behind.flags.setBitNonAtomic(PageFlag.PG_RECLAIM);
    behind.locklessFreelist = 99;
    pages.freePages(cpu, head, 1);
    assertThat(behind.isTail()).isTrue();
  }

  @Test
  void scatteredFreePagesMakeNoRun() {
    Page[] all = new Page[8];
    for (int i = 0; i < all.length; i++) {
      all[i] = pages.allocPages(cpu, Gfp.KERNEL, 0);
    }
    assertThat(pages.allocPages(cpu, GFP, 1)).isNull();
    assertThat(cpu.irqsDisabled()).isFalse();
  }

  private void assertRunIsFree(Page head) {
    Page tail = machine.memMap.page(head.pfn + 1);
    assertThat(pages.isFree(head)).isTrue();
    assertThat(pages.isFree(tail)).isTrue();
    assertThat(head.isCompound()).isFalse();
    assertThat(tail.isTail()).isFalse();
    assertThat(cpu.irqsDisabled()).isFalse();
    assertThat(cpu.preemptCount()).isZero();
    assertThat(cpu.complaint()).isNull();
  }
}
