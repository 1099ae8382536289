// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vacate.claim.Row;

/**
 * Fewer rows to read: Lincheck's scenarios that are evidence for the same thing, in the same
 * revision and with the same verdict, become one row. Its runs are their sum, its depth the least
 * of theirs. Rows that are not as declared stay alone.
 */
final class Overview {
  private Overview() {}

  static List<Row> of(List<Row> rows) {
    Map<Object, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      groups.computeIfAbsent(group(row), key -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().map(Overview::merge).toList();
  }

  private static Object group(Row row) {
    return row.judge().equals("lincheck") && row.asExpected()
        ? List.of(row.id(), Objects.toString(row.revision()), row.verdict(), row.expected())
        : new Object();
  }

  private static Row merge(List<Row> rows) {
    Row first = rows.get(0);
    if (rows.size() == 1) {
      return first;
    }
    return new Row(
        first.id(),
        first.name(),
        first.kind(),
        first.revision(),
        first.judge(),
        first.model(),
        rows.size() + " scenarios",
        first.expected(),
        first.verdict(),
        null,
        null,
        rows.stream().mapToLong(Row::runs).sum(),
        rows.stream().mapToInt(Row::depth).min().getAsInt(),
        null,
        null,
        null,
        null,
        null,
        rows.stream().mapToLong(Row::millis).sum());
  }
}
