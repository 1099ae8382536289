// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;
import vacate.work.JsonText;

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
    JSON json =
        JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES);
    return JsonText.encodable(json.asString(document)) + "\n";
  }

  /**
   * The rows of a document that {@link #write} made.
   *
   * @throws IOException if it is another document
   */
  static List<Row> read(String document) throws IOException {
    if (!(JSON.std.mapFrom(document).get("results") instanceof List<?> results)) {
      throw new IOException("no results in the JSON");
    }
    return results.stream().map(row -> toRow((Map<?, ?>) row)).toList();
  }

  private static Row toRow(Map<?, ?> map) {
    return new Row(
        (String) map.get("id"),
        (String) map.get("name"),
        Kind.valueOf(constant(map.get("kind"))),
        (String) map.get("revision"),
        (String) map.get("judge"),
        (String) map.get("model"),
        (String) map.get("test"),
        Stream.of(((String) map.get("expected")).split("\\|")).map(RowJson::toVerdict).toList(),
        toVerdict(map.get("verdict")),
        toLong(map.get("executions")),
        toLong(map.get("blocked")),
        toLong(map.get("runs")),
        map.get("depth") instanceof Number depth ? depth.intValue() : null,
        toLong(map.get("samples")),
        toLong(map.get("observed")),
        (String) map.get("witness"),
        (String) map.get("reason"),
        map.get("outcomes") instanceof List<?> seen ? toOutcomes(seen) : null,
        toLong(map.get("millis")),
        (String) map.get("form"),
        (String) map.get("condition"));
  }

  private static List<Row.Seen> toOutcomes(List<?> outcomes) {
    return outcomes.stream()
        .map(outcome -> (Map<?, ?>) outcome)
        .map(
            map ->
                new Row.Seen(
                    (String) map.get("id"),
                    (String) map.get("expect"),
                    (String) map.get("desc"),
                    toLong(map.get("count"))))
        .toList();
  }

  private static Verdict toVerdict(Object text) {
    return Verdict.valueOf(constant(text));
  }

  private static String constant(Object text) {
    return text.toString().toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static Long toLong(Object number) {
    return number == null ? null : ((Number) number).longValue();
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
    map.put("form", row.form());
    map.put("condition", row.condition());
    return map;
  }

  private static List<Map<String, Object>> outcomes(Row row) {
    return row.outcomes().stream()
        .map(
            seen -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("id", seen.id());
              map.put("expect", seen.expect());
              map.put("desc", seen.desc());
              map.put("count", seen.count());
              return map;
            })
        .toList();
  }
}
