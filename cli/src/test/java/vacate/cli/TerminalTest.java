// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({"80,80", "7,40", "0,160", "'',160", "x,160", ",160", "99999,160"})
  void trustsOnlyASensibleWidth(String columns, int width) {
    assertThat(Terminal.width(columns)).isEqualTo(width);
  }
}
