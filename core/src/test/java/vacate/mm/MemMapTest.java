// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.kernel.KernelBug;

class MemMapTest {
  private static final int WORDS = 8;

  private final MemMap memory = new MemMap(4, WORDS);

  @Test
  void everyAddressOfAPageLeadsBackToIt() {
    Page page = memory.page(2);
    long start = memory.address(page);
    assertThat(memory.frames()).isEqualTo(5);
    assertThat(start).isEqualTo(16);
    assertThat(memory.virtToPage(start)).isSameAs(page);
    assertThat(memory.virtToPage(start + WORDS - 1)).isSameAs(page);
    assertThat(memory.virtToPage(start + WORDS)).isSameAs(memory.page(3));
  }

  @Test
  void aTailPageLeadsToItsHead() {
    Page head = memory.page(2);
    Page tail = memory.page(3);
    head.flags.setBitNonAtomic(PageFlag.PG_COMPOUND);
    tail.flags.setBitNonAtomic(PageFlag.PG_COMPOUND);
    tail.flags.setBitNonAtomic(PageFlag.PG_RECLAIM);
    tail.locklessFreelist = head.pfn;
    assertThat(memory.virtToHeadPage(memory.address(tail))).isSameAs(head);
    assertThat(memory.virtToHeadPage(memory.address(head))).isSameAs(head);
  }

  @Test
  void aStoredWordIsLoadedAgain() {
    memory.store(9, 42);
    assertThat(memory.load(9)).isEqualTo(42);
    assertThat(memory.load(8)).isZero();
    assertThat(memory.load(10)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, WORDS - 1, 5 * WORDS, 0x6b6b6b6b6b6b6b6bL})
  void whereThereIsNoMemoryALoadAndAStoreFault(long address) {
    assertThatThrownBy(() -> memory.load(address))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("page_fault: ");
    assertThatThrownBy(() -> memory.store(address, 1)).isInstanceOf(KernelBug.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 5 * WORDS, 1L << 40, 0x6b6b6b6b6b6b6b6bL})
  void whereThereIsNoMemoryThereIsNoPage(long address) {
    assertThatThrownBy(() -> memory.virtToHeadPage(address))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("page_fault: ");
  }

  @Test
  void nullLeadsToTheReservedFrame() {
    assertThat(memory.virtToPage(0)).isSameAs(memory.page(0));
  }
}
