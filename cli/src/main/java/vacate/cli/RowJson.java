// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vacate.claim.Row;

/**
 * Rows as JSON: {@code {"version":1,"results":[...]}}, the names and their order those of {@link
 * Row}.
 */
final class RowJson {
  private static final int VERSION = 1;

  private RowJson() {}

  static String write(List<Row> rows) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.put("results", rows.stream().map(RowJson::toMap).toList());
    return JSON.std
            .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
            .with(JSON.Feature.WRITE_NULL_PROPERTIES)
            .asString(document)
        + "\n";
  }

  private static Map<String, Object> toMap(Row row) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", row.id());
    map.put("name", row.name());
    map.put("kind", row.kind().toString());
    map.put("revision", row.revision());
    map.put("judge", row.judge());
    map.put("model", row.model());
    map.put("test", row.test());
    map.put(
        "expected", row.expected().stream().map(Object::toString).collect(Collectors.joining("|")));
    map.put("verdict", row.verdict().toString());
    map.put("executions", row.executions());
    map.put("blocked", row.blocked());
    map.put("runs", row.runs());
    map.put("depth", row.depth());
    map.put("samples", row.samples());
    map.put("observed", row.observed());
    map.put("witness", row.witness());
    map.put("reason", row.reason());
    map.put("outcomes", row.outcomes() == null ? null : outcomes(row));
    map.put("millis", row.millis());
    return map;
  }

  private static List<Map<String, Object>> outcomes(Row row) {
    return row.outcomes().stream()
        .map(
            seen -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("id", seen.id());
              map.put("expect", seen.expect());
              map.put("count", seen.count());
              return map;
            })
        .toList();
  }
}
