// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int VERSION = 2;

  static final String SUMMARIES = "summaries";
  static final String MODEL = "model";
  static final String SCENARIOS = "scenarios";
  static final String CUT_SHORT = "cutShort";
  static final String EXECUTIONS = "executions";
  static final String CLAIMS = "claims";
  static final String QUALIFIED = "qualified";
  static final String FIRST = "first";

  private SweepJson() {}

  /** One document. */
  public static String of(Terms terms, Shard shard, List<SweepSummary> summaries, List<Swept> swept)
      throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.putAll(terms.toMap());
    document.put("shard", shard.number());
    document.put("shards", shard.shards());
    document.put(SUMMARIES, summaries.stream().map(SweepJson::toMap).toList());
    document.put("results", swept.stream().map(SweptJson::toMap).toList());
    JSON json =
        JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES);
    return JsonText.encodable(json.asString(document)) + "\n";
  }

  private static Map<String, Object> places(Map<?, List<Scenario>> broken) {
    Map<String, Object> places = new LinkedHashMap<>();
    broken.forEach(
        (what, where) -> {
          Map<String, Object> place = new LinkedHashMap<>();
          place.put(SCENARIOS, where.size());
          place.put(FIRST, where.get(0).toString());
          places.put(what.toString(), place);
        });
    return places;
  }

  private static Map<String, Object> toMap(SweepSummary s) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(MODEL, s.model().id());
    map.put("verdict", s.verdict().toString());
    map.put(SCENARIOS, s.scenarios());
    map.put("refuted", s.refuted());
    map.put("undecided", s.undecided().size());
    map.put(CUT_SHORT, s.cutShort().size());
    map.put("notBegun", s.notBegun().size());
    map.put(EXECUTIONS, s.executions());
    map.put("blocked", s.blocked());
    map.put("loadBuffering", s.buffering());
    map.put("assumes", s.assumed());
    map.put("broken", places(s.broken()));
    map.put(CLAIMS, places(s.claims()));
    map.put(QUALIFIED, places(s.qualified()));
    return map;
  }
}
