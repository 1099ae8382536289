// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final List<String> TESTS = List.of("slice.S01", "protocol.P02");

  @Test
  void takesWhatTheRegularExpressionIsFoundIn() {
    assertThat(Selection.select(TESTS, Function.identity(), "--tests", "P0."))
        .containsExactly("protocol.P02");
    assertThat(Selection.select(TESTS, Function.identity(), "--tests", null)).isEqualTo(TESTS);
  }

  @Test
  void refusesOneThatMatchesNothing() {
    assertThatThrownBy(() -> Selection.select(TESTS, Function.identity(), "--tests", "Q"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--tests Q matches none of 2 tests");
  }

  @Test
  void refusesWhatIsNoRegularExpression() {
    assertThatThrownBy(() -> Selection.select(TESTS, Function.identity(), "--tests", "("))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no regular expression");
  }
}
