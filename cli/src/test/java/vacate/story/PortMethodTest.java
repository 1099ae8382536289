// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.slub.KmemCacheOps;
import vacate.slub.Slub;

class PortMethodTest {
  @Test
  void aReferenceIsItsMethod() {
    assertThat(PortMethod.of(Page::isSlab)).isEqualTo(new PortMethod("vacate.mm.Page", "isSlab"));
    assertThat(PortMethod.of(MemMap::load)).isEqualTo(new PortMethod("vacate.mm.MemMap", "load"));
    assertThat(PortMethod.of(MemMap::store)).isEqualTo(new PortMethod("vacate.mm.MemMap", "store"));
    assertThat(PortMethod.of(KmemCacheOps.Get::get))
        .isEqualTo(new PortMethod("vacate.slub.KmemCacheOps$Get", "get"));
  }

  @Test
  void aLambdaIsNoReference() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortMethod.of((Page page) -> page.isSlab()))
        .withMessageContaining("no reference to a method");
  }

  /** What the compiler makes a lambda of. */
  @Test
  void aReferenceToAMethodOfAHiddenClassIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> PortMethod.of(Slub::slabFrozen));
  }
}
