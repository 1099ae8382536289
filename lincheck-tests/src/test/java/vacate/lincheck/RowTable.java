// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.List;
import java.util.stream.Collectors;
import vacate.claim.Row;

/** Rows as a text table, a line each. */
final class RowTable {
  private static final String FORMAT = "%-62s %-8s %7s runs  depth %-2s %6.1f s  %s";

  private RowTable() {}

  /** One row: scenario, verdict, how far it came, how long it took, why. */
  private static String line(Row row) {
    return String.format(
        FORMAT,
        row.test(),
        row.verdict(),
        row.runs(),
        row.depth(),
        row.millis() / 1000.0,
        row.reason());
  }

  /** All rows. */
  static String of(List<Row> rows) {
    return rows.stream().map(RowTable::line).collect(Collectors.joining("\n", "", "\n"));
  }
}
