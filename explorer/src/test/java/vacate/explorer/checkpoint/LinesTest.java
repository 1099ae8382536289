// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void anyTextIsAWord() {
    List<String> texts =
        List.of("", " ", "a b", "\n", "\\", "\\e", "\\0", "ä", "\ud800", "\ud83d\ude00", "\u0000");
    for (String text : texts) {
      Lines lines = new Lines();
      lines.put("key", text, null, "x");
      assertThat(lines.all()).hasSize(1);
      Lines.Words words = Lines.of(lines.all()).take("key", 3);
      assertThat(words.all()).containsExactly(text, null, "x");
    }
  }

  @Test
  void whatIsNotThereIsNotRead() {
    List<String> lines = List.of("key 1");
    assertThatThrownBy(() -> Lines.of(lines).take("ke", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Lines.of(lines).take("key", 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Lines.of(List.of()).take("key", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
