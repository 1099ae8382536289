// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Interleaved;
import vacate.claim.Mutated;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Seen;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.work.JsonText;

/**
 * Findings as JSON: {@code {"version":1,"results":[...]}}. Each has the same names in the same
 * order, whichever judge it is of; what a judge does not have is null. Where a test is evidence for
 * several things, their ids, names, forms and conditions are joined by a plus sign.
 */
final class FindingJson {
  private static final int VERSION = 1;
  private static final List<String> NAMES =
      List.of(
          "id",
          "name",
          "kind",
          "revision",
          "judge",
          "model",
          "test",
          "expected",
          "verdict",
          "executions",
          "blocked",
          "runs",
          "depth",
          "samples",
          "observed",
          "witness",
          "reason",
          "outcomes",
          "millis",
          "form",
          "condition",
          "loadBuffering");

  private FindingJson() {}

  static String write(List<? extends Finding> findings) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.put("results", findings.stream().map(FindingJson::toMap).toList());
    JSON json =
        JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES);
    return JsonText.encodable(json.asString(document)) + "\n";
  }

  private static Map<String, Object> toMap(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    NAMES.forEach(name -> map.put(name, null));
    asked(finding, map);
    map.put("verdict", finding.verdict().toString());
    map.put("reason", finding.reason());
    map.put("millis", finding.millis());
    if (finding instanceof Explored explored) {
      explored(explored, map);
    } else if (finding instanceof Interleaved interleaved) {
      interleaved(interleaved, map);
    } else if (finding instanceof Sampled sampled) {
      sampled(sampled, map);
    } else if (finding instanceof Mutated mutated) {
      map.put("executions", mutated.executions());
      map.put("witness", mutated.token());
    }
    return map;
  }

  private static void asked(Finding finding, Map<String, Object> map) {
    map.put("id", join(finding, Topic::id));
    map.put("name", join(finding, Topic::name));
    map.put("kind", finding.kind().toString());
    map.put("revision", Objects.toString(finding.revision(), null));
    map.put("judge", finding.judge().toString());
    map.put("model", Objects.toString(finding.model(), null));
    map.put("test", finding.test());
    map.put(
        "expected",
        finding.expected().stream().map(Object::toString).collect(Collectors.joining("|")));
    map.put("form", join(finding, FindingJson::form));
    map.put("condition", join(finding, Topic::condition));
  }

  private static Object form(Topic topic) {
    return topic instanceof Topic.OfClaim of ? of.form() : null;
  }

  /** Null if no topic has any. */
  private static String join(Finding finding, Function<Topic, Object> what) {
    return finding.topics().stream()
        .map(what)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .reduce((one, other) -> one + "+" + other)
        .orElse(null);
  }

  private static void explored(Explored explored, Map<String, Object> map) {
    if (explored.extent() != null) {
      map.put("executions", explored.extent().executions());
      map.put("blocked", explored.extent().blocked());
    }
    map.put("witness", explored.token());
    map.put("loadBuffering", explored.loadBuffering());
    if (explored.outcomes() != null) {
      map.put("outcomes", outcomes(explored.outcomes()));
    }
  }

  private static void interleaved(Interleaved interleaved, Map<String, Object> map) {
    if (interleaved.extent() != null) {
      map.put("runs", interleaved.extent().runs());
      map.put("depth", interleaved.extent().depth());
    }
    map.put("witness", interleaved.trace());
  }

  private static void sampled(Sampled sampled, Map<String, Object> map) {
    map.put("runs", sampled.forks());
    if (sampled.samples() != null) {
      map.put("samples", sampled.samples().taken());
      map.put("observed", sampled.samples().bad());
    }
    map.put("witness", sampled.results());
    map.put("outcomes", outcomes(sampled.outcomes()));
  }

  private static List<Map<String, Object>> outcomes(List<Seen> outcomes) {
    return outcomes.stream()
        .map(
            seen -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("id", seen.id());
              map.put("expect", seen.expect().name());
              map.put("desc", seen.desc());
              map.put("count", seen.count());
              return map;
            })
        .toList();
  }

  /**
   * What Lincheck said, from a document that {@link #write} made.
   *
   * @param asked the question of each test
   * @throws IOException if it is another document
   */
  static List<Interleaved> interleaved(String document, Function<String, Question> asked)
      throws IOException {
    if (!(JSON.std.mapFrom(document).get("results") instanceof List<?> results)) {
      throw new IOException("no results in the JSON");
    }
    return results.stream()
        .map(result -> (Map<?, ?>) result)
        .map(result -> interleaved(result, asked.apply((String) result.get("test"))))
        .toList();
  }

  private static Interleaved interleaved(Map<?, ?> map, Question asked) {
    return new Interleaved(
        asked,
        Verdict.valueOf(map.get("verdict").toString().toUpperCase(Locale.ROOT).replace(' ', '_')),
        map.get("runs") instanceof Number runs
            ? new Interleaved.Extent(runs.longValue(), ((Number) map.get("depth")).intValue())
            : null,
        (String) map.get("witness"),
        (String) map.get("reason"),
        ((Number) map.get("millis")).longValue());
  }
}
