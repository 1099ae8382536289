// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {
  @Test
  void breaksAtSpacesAndIndents() {
    assertThat(Wrap.at(9, "one two three")).containsExactly("one two", "  three");
  }

  @Test
  void leavesALongWordWhole() {
    assertThat(Wrap.at(4, "a discard_slab")).containsExactly("a", "  discard_slab");
  }

  @Test
  void leavesAShortTextAlone() {
    assertThat(Wrap.at(7, "one two")).containsExactly("one two");
  }
}
