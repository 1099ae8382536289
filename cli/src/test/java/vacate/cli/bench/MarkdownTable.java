// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.List;

/** A table of a page; all columns but the first are of figures. */
final class MarkdownTable {
  private final int columns;
  private final StringBuilder text = new StringBuilder();

  MarkdownTable(String... head) {
    columns = head.length;
    row(head);
    text.append("|---|").append("--:|".repeat(columns - 1)).append('\n');
  }

  /**
   * @throws IllegalArgumentException if it has not as many cells as the head
   */
  void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(List.of(cells) + " in a table of " + columns);
    }
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
