// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vacate.claim.Row;

/**
 * Fewer rows to read: Lincheck's scenarios, and what the explorer says of tests and models, become
 * one row where they are evidence for the same thing, in the same revision and with the same
 * verdict. Runs, executions and time are their sum, the depth is the least of theirs. Rows that are
 * not as declared stay alone.
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
    return !row.judge().equals("jcstress") && row.asExpected()
        ? List.of(
            row.id(),
            Objects.toString(row.form()),
            Objects.toString(row.revision()),
            row.judge(),
            row.verdict(),
            row.expected())
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
        join(rows, Row::model),
        tests(rows),
        first.expected(),
        first.verdict(),
        sum(rows, Row::executions),
        sum(rows, Row::blocked),
        sum(rows, Row::runs),
        rows.stream()
            .map(Row::depth)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null),
        null,
        null,
        null,
        null,
        null,
        rows.stream().mapToLong(Row::millis).sum(),
        first.form(),
        first.condition());
  }

  private static String tests(List<Row> rows) {
    long tests = rows.stream().map(Row::test).distinct().count();
    String several = rows.get(0).judge().equals("lincheck") ? " scenarios" : " tests";
    return tests == 1 ? rows.get(0).test() : tests + several;
  }

  private static String join(List<Row> rows, Function<Row, String> what) {
    return rows.stream().map(what).distinct().collect(Collectors.joining(","));
  }

  private static Long sum(List<Row> rows, Function<Row, Long> what) {
    return rows.stream().map(what).filter(Objects::nonNull).reduce(Long::sum).orElse(null);
  }
}
