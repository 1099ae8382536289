// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.kernel.KernelBug;
import vacate.kernel.ListHead;

class PageTest {
  private final Page page = new Page(7);

  @Test
  void resettingTheMapcountMakesInuseAndOffsetFfff() {
    page.inuse = 3;
    page.offset = 1;
    assertThat(page.isMapped()).isTrue();
    page.resetMapcount();
    assertThat((int) page.inuse).isEqualTo(0xffff);
    assertThat((int) page.offset).isEqualTo(0xffff);
    assertThat(page.isMapped()).isFalse();
  }

  @Test
  void eitherHalfOfTheMapcountMakesItMapped() {
    page.inuse = 0;
    assertThat(page.isMapped()).isTrue();
    page.resetMapcount();
    page.offset = 0;
    assertThat(page.isMapped()).isTrue();
  }

  @Test
  void aTailHasPgCompoundAndPgReclaimTogether() {
    page.flags.setBitNonAtomic(PageFlag.PG_RECLAIM);
    assertThat(page.isTail()).isFalse();
    assertThat(page.isCompound()).isFalse();
    page.flags.setBitNonAtomic(PageFlag.PG_COMPOUND);
    assertThat(page.isTail()).isTrue();
    page.flags.clearBitNonAtomic(PageFlag.PG_RECLAIM);
    assertThat(page.isTail()).isFalse();
    assertThat(page.isCompound()).isTrue();
  }

  @Test
  void pageSlabIsItsOwnBit() {
    assertThat(page.isSlab()).isFalse();
    page.flags.setBitNonAtomic(PageFlag.PG_SLAB);
    assertThat(page.isSlab()).isTrue();
    assertThat(page.flags.read()).isEqualTo(1 << 7);
  }

  @Test
  void itsLinkLeadsBackToIt() {
    assertThat(Page.of(page.lru)).isSameAs(page);
    assertThat(page).hasToString("page 7");
  }

  @Test
  void aLinkThatIsInNoPageFaults() {
    for (ListHead link : new ListHead[] {null, ListHead.LIST_POISON1, ListHead.head()}) {
      assertThatThrownBy(() -> Page.of(link))
          .isInstanceOf(KernelBug.class)
          .hasMessageStartingWith("page_fault: ");
    }
  }
}
