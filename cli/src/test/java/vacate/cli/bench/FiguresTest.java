// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0.004, 0.00",
    "9.994, 9.99",
    "9.996, 10.0",
    "99.94, 99.9",
    "99.96, 100",
    "1234.5, 1 235"
  })
  void threeDigitsAreWrittenOrAllBeforeThePoint(double value, String text) {
    assertThat(Figures.of(value)).isEqualTo(text);
  }

  @Test
  void aMedianOfSeveralHasItsRangeBesideItAndASingleFigureHasNone() {
    assertThat(Figures.of(new Samples(List.of(3.0, 1.0, 2.0)))).isEqualTo("2.00 (1.00–3.00)");
    assertThat(Figures.of(new Samples(List.of(3.0)))).isEqualTo("3.00");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 100", "1000, 1 k", "100000, 100 k", "1000000, 1 M"})
  void powersOfTenAreShort(double value, String text) {
    assertThat(Figures.power(value)).isEqualTo(text);
  }

  @Test
  void aRowOfATableHasAsManyCellsAsItsHead() {
    MarkdownTable table = new MarkdownTable("a", "b");
    table.row("1", "2");
    assertThat(table).hasToString("| a | b |\n|---|--:|\n| 1 | 2 |\n");
    assertThatThrownBy(() -> table.row("1")).isInstanceOf(IllegalArgumentException.class);
  }
}
