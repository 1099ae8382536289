// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.weave.JdkUse;

/** A footing that is written down is the same when it is read again. */
class FootingTest {
  static Stream<Footing> footings() {
    return Stream.of(
        Footing.FIRST,
        Footing.FIRST.with(JdkUse.AS_CODE),
        Footing.FIRST.with(Starters.MANY),
        Footing.FIRST
            .with(JdkUse.AS_CODE_WITH_LOCKS)
            .with(Starters.THE_TEST)
            .knowing(
                Foreknowledge.of(List.of("a.B"))
                    .with(new Foreknowledge.Units(16, 8, 4))
                    .plus(Foreknowledge.ofEscaping(List.of("a.C$D")))));
  }

  @ParameterizedTest
  @MethodSource("footings")
  void itsTextSaysAll(Footing footing) {
    assertThat(Footing.parse(footing.text())).isEqualTo(footing);
  }

  @Test
  void theFirstNeedsNoText() {
    assertThat(Footing.FIRST.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AS_CODE",
        "AS_CODE NOBODY",
        "NOTHING NOBODY ",
        "AS_CODE ALL ",
        "AS_CODE MANY 4@x"
      })
  void whatSaysNothingOfTheKindIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Footing.parse(text));
  }
}
