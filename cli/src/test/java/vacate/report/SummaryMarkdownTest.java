// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {
  private final String text = SummaryMarkdown.of(Sample.report());

  @Test
  void itHasTheSumTheCountsAndTheMatrix() {
    assertThat(text)
        .contains("7 of 12 verdicts as declared.")
        .contains("| REFUTED | 2 |", "| NOT RUN | 1 |")
        .contains("| C2 | inuse-zero-before-pageslab | corrected | **BOUNDED**, not as declared |")
        .contains(
            "3 places changed, one at a time: 1 needed under some model, 1 redundant, 1 not decided.")
        .contains("### Not as declared");
  }

  @Test
  void everyLineOfATableHasAsManyCellsAsItsHead() {
    List<String> lines = text.lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith("|") && lines.get(i - 1).startsWith("|")) {
        assertThat(cells(lines.get(i))).as(lines.get(i)).isEqualTo(cells(lines.get(i - 1)));
      }
    }
  }

  @Test
  void textIsNotTakenForMarkup() {
    assertThat(text).doesNotContain("<script").contains("\\|\\_");
  }

  private static long cells(String line) {
    return line.replace("\\|", "").chars().filter(c -> c == '|').count();
  }
}
