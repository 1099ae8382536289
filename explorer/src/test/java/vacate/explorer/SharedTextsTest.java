// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.cases.SharedTexts;
import vacate.explorer.model.MemoryModel;

/** Each character of a shared array is read, and written, as any element is. */
class SharedTextsTest {
  static Stream<Arguments> tests() {
    return Stream.of(
        Arguments.of(SharedTexts.Written.class, Set.of("bc", "yc", "yz")),
        Arguments.of(SharedTexts.Made.class, Set.of("ab", "xb", "ay", "xy")),
        Arguments.of(SharedTexts.MadeOfAPart.class, Set.of("bcc", "ycc")),
        Arguments.of(SharedTexts.Outside.class, Set.of("3c")),
        Arguments.of(SharedTexts.Writer.class, Set.of("abcd", "cdab")));
  }

  @ParameterizedTest
  @MethodSource("tests")
  void isReadAndWrittenCharacterByCharacter(Class<?> test, Set<String> outcomes) {
    Result result = Explorer.explore(test, MemoryModel.SC);
    assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomeIds()).containsExactlyInAnyOrderElementsOf(outcomes);
  }

  @Test
  void underJmmNoCharacterIsWrittenBeforeAnother() {
    assertThat(Explorer.explore(SharedTexts.Written.class, MemoryModel.JMM).outcomeIds())
        .containsExactlyInAnyOrder("bc", "yc", "yz", "bz");
  }

  /** The JDK reads them twice then. */
  @Test
  void ofOtherCharactersThanThoseOfLatin1NoTextIsMade() {
    Result result = Explorer.explore(SharedTexts.Wide.class, MemoryModel.SC);
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(result.reason()).contains("characters beyond Latin-1");
  }
}
