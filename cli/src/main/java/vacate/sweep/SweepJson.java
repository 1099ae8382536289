// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Claim;
import vacate.scene.Scenario;
import vacate.universe.Shard;
import vacate.universe.SweepSummary;
import vacate.universe.Swept;
import vacate.work.JsonText;

/**
 * A sweep as JSON: of what it is, as in the first line of a result file, what it comes to under
 * each model, and each scenario, as in the lines of a result file.
 */
public final class SweepJson {
  private static final int VERSION = 1;

  private SweepJson() {}

  /** One document. */
  public static String of(Terms terms, Shard shard, List<SweepSummary> summaries, List<Swept> swept)
      throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.putAll(terms.toMap());
    document.put("shard", shard.number());
    document.put("shards", shard.shards());
    document.put("summaries", summaries.stream().map(SweepJson::toMap).toList());
    document.put("results", swept.stream().map(SweptJson::toMap).toList());
    JSON json =
        JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES);
    return JsonText.encodable(json.asString(document)) + "\n";
  }

  private static Map<String, Integer> counts(Map<Claim, List<Scenario>> broken) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    broken.forEach((claim, where) -> counts.put(claim.name(), where.size()));
    return counts;
  }

  private static Map<String, Object> toMap(SweepSummary s) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("model", s.model().id());
    map.put("verdict", s.verdict().toString());
    map.put("scenarios", s.scenarios());
    map.put("refuted", s.refuted());
    map.put("undecided", s.undecided().size());
    map.put("notBegun", s.notBegun());
    map.put("executions", s.executions());
    map.put("blocked", s.blocked());
    map.put("loadBuffering", s.buffering());
    map.put("assumes", s.assumed());
    Map<String, Integer> broken = new LinkedHashMap<>();
    s.broken().forEach((what, where) -> broken.put(what, where.size()));
    map.put("broken", broken);
    map.put("claims", counts(s.claims()));
    map.put("qualified", counts(s.qualified()));
    return map;
  }
}
