// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.search.Foreknowledge.Units;

/** What is known before grows until there is no more, and is the same when it is read again. */
class ForeknowledgeTest {
  private static final Foreknowledge ALL =
      Foreknowledge.of(List.of("a.B", "a.C"))
          .with(new Units(1024, 64, 4))
          .plus(Foreknowledge.ofEscaping(List.of("a.D$E")))
          .plus(Foreknowledge.SETUP_GOES_ON)
          .plus(Foreknowledge.TIME_IS_TOLD);

  @Test
  void itsTextSaysAll() {
    assertThat(Foreknowledge.parse(ALL.text())).isEqualTo(ALL);
    assertThat(Foreknowledge.parse(Foreknowledge.NOTHING.text())).isEqualTo(Foreknowledge.NOTHING);
  }

  @Test
  void whatIsKnownIsNoMore() {
    assertThat(ALL.plus(ALL)).isEqualTo(ALL);
    assertThat(ALL.with(new Units(1024, 64, 8))).isEqualTo(ALL);
  }

  @Test
  void theSmallestUnitCounts() {
    assertThat(ALL.with(new Units(1024, 64, 1)).units()).containsExactly(new Units(1024, 64, 1));
  }

  @Test
  void otherBytesAreOthers() {
    assertThat(ALL.with(new Units(512, 64, 1)).with(new Units(1024, 72, 2)).units())
        .containsExactly(new Units(1024, 64, 4), new Units(512, 64, 1), new Units(1024, 72, 2));
  }
}
