// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.chronicle.Chronicle;
import vacate.chronicle.ClaimChronicle;
import vacate.chronicle.ClaimVerdict;
import vacate.chronicle.CureChronicle;
import vacate.chronicle.Sighting;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.history.Cure;
import vacate.history.Cures;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.work.JsonText;

/** What was found of versions as JSON: a list of defects, each with what was found by version. */
final class HistoryJson {
  private static final int VERSION = 1;

  private HistoryJson() {}

  static String of(
      Chronicle chronicle, ClaimChronicle claims, CureChronicle cures, List<PostedVersion> versions)
      throws IOException {
    List<Map<String, Object>> all =
        List.of(HistoricDefect.values()).stream().map(d -> defect(chronicle, d, versions)).toList();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.put("results", all);
    document.put(
        "claims", Arrays.stream(Claim.values()).map(c -> claim(claims, c, versions)).toList());
    document.put(
        "cures",
        versions.stream()
            .flatMap(v -> Cures.of(v).stream().map(cure -> cure(v, cure, cures)))
            .toList());
    JSON json = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
    return JsonText.encodable(json.asString(document)) + "\n";
  }

  private static Map<String, Object> defect(
      Chronicle chronicle, HistoricDefect defect, List<PostedVersion> versions) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", defect.id);
    map.put("name", defect.label());
    map.put("sentence", defect.sentence);
    map.put("seen", defect.symptom.toString());
    map.put("since", defect.since.label);
    map.put("provenance", defect.provenance);
    Map<String, Object> found = new LinkedHashMap<>();
    versions.forEach(v -> found.put(v.label, sighting(chronicle.of(defect, v))));
    map.put("versions", found);
    return map;
  }

  private static Map<String, Object> sighting(Sighting sighting) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (sighting instanceof Sighting.Seen seen) {
      map.put("found", "seen");
      map.put("scenario", seen.scenario().toString());
      map.put("outcome", seen.outcome());
      map.put("executions", seen.executions());
    } else if (sighting instanceof Sighting.Unseen unseen) {
      map.put("found", unseen.exhausted() ? "unseen" : "bounded");
      map.put("scenarios", unseen.scenarios());
      map.put("executions", unseen.executions());
    } else {
      map.put("found", "n/a");
      map.put("because", ((Sighting.NotAsked) sighting).because());
    }
    return map;
  }

  private static Map<String, Object> cure(
      PostedVersion version, Cure cure, CureChronicle chronicle) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("version", version.label);
    map.put("revision", cure.revision().label);
    map.put("changes", cure.changes().stream().map(Cure.Change::sentence).toList());
    map.put(
        "scenarios",
        chronicle.of(cure.revision()).stream()
            .map(
                f ->
                    Map.of(
                        "scenario", f.scenario().toString(),
                        "verdict", f.verdict().toString(),
                        "executions", f.executions()))
            .toList());
    return map;
  }

  private static Map<String, Object> claim(
      ClaimChronicle chronicle, Claim claim, List<PostedVersion> versions) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", claim.name());
    map.put("name", claim.label);
    Map<String, Object> found = new LinkedHashMap<>();
    for (PostedVersion version : versions) {
      Map<String, Object> under = new LinkedHashMap<>();
      for (MemoryModel model : MemoryModel.values()) {
        under.put(model.id(), verdict(chronicle.of(version, claim, model)));
      }
      found.put(version.label, under);
    }
    map.put("versions", found);
    return map;
  }

  private static Map<String, Object> verdict(ClaimVerdict verdict) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (verdict instanceof ClaimVerdict.Holds holds) {
      map.put("verdict", "holds");
      map.put("scenarios", holds.scenarios());
    } else if (verdict instanceof ClaimVerdict.NotSeen not) {
      map.put("verdict", "open");
      map.put("scenarios", not.scenarios());
      map.put("cutShort", not.cut());
    } else if (verdict instanceof ClaimVerdict.Breaks breaks) {
      map.put("verdict", "breaks");
      map.put("scenarios", breaks.of());
      map.put("broken", breaks.scenarios());
      map.put("qualified", breaks.qualified());
      map.put("first", breaks.first().toString());
    } else {
      map.put("verdict", "n/a");
      map.put("because", ((ClaimVerdict.NotMade) verdict).because());
    }
    return map;
  }
}
