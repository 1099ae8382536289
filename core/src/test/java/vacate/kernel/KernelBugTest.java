// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class KernelBugTest {
  @Test
  void namesTheFunctionAndCarriesNoStackTrace() {
    KernelBug bug = new KernelBug("slab_unlock", "what");
    assertThat(bug.function).isEqualTo("slab_unlock");
    assertThat(bug).hasMessage("slab_unlock: what");
    assertThat(bug.getStackTrace()).isEmpty();
  }

  @Test
  void bugOnAFalseConditionGoesOn() {
    assertThatCode(() -> KernelBug.bugOn(false, "f", "w")).doesNotThrowAnyException();
  }
}
