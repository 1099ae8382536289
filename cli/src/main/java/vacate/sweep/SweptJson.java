// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Breach;
import vacate.universe.Ruling;
import vacate.universe.Swept;
import vacate.watch.BrokenClaim;

/** What was found of a scenario, as the names and values of a JSON object. */
final class SweptJson {
  private static final String REVISION = "revision";
  private static final String SCENARIO = "scenario";
  private static final String RULINGS = "rulings";
  private static final String MODEL = "model";
  private static final String VERDICT = "verdict";
  private static final String REASON = "reason";
  private static final String EXECUTIONS = "executions";
  private static final String BLOCKED = "blocked";
  private static final String ASSUMES = "assumes";
  private static final String LOAD_BUFFERING = "loadBuffering";
  private static final String BREACHES = "breaches";
  private static final String CLAIMS = "claims";
  private static final String CLAIM = "claim";
  private static final String FORM = "form";
  private static final String HOW = "how";
  private static final String WHAT = "what";
  private static final String TOKEN = "token";

  private SweptJson() {}

  static Map<String, Object> toMap(Swept swept) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(REVISION, swept.revision().label);
    map.put(SCENARIO, swept.scenario().toString());
    map.put(RULINGS, swept.rulings().stream().map(SweptJson::toMap).toList());
    return map;
  }

  private static Map<String, Object> toMap(Ruling ruling) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(MODEL, ruling.model().id());
    map.put(VERDICT, ruling.verdict().toString());
    map.put(REASON, ruling.reason());
    map.put(EXECUTIONS, ruling.executions());
    map.put(BLOCKED, ruling.blocked());
    map.put(ASSUMES, ruling.assumes());
    map.put(LOAD_BUFFERING, ruling.loadBuffering());
    map.put(BREACHES, ruling.breaches().stream().map(SweptJson::toMap).toList());
    map.put(CLAIMS, ruling.claims().stream().map(SweptJson::toMap).toList());
    return map;
  }

  private static Map<String, Object> toMap(BrokenClaim broken) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(CLAIM, broken.claim().name());
    map.put(FORM, broken.form().toString());
    map.put(HOW, broken.how());
    return map;
  }

  private static Map<String, Object> toMap(Breach breach) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(WHAT, breach.what());
    map.put(TOKEN, breach.token());
    map.put(EXECUTIONS, breach.executions());
    return map;
  }

  /**
   * What {@link #toMap} has written of a scenario that was not broken off.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Swept of(Map<?, ?> map) {
    Members members = new Members(map);
    return new Swept(
        Members.constant(Revision.values(), members.text(REVISION)),
        Scenario.parse(members.text(SCENARIO)),
        members.objects(RULINGS).stream().map(SweptJson::ruling).toList(),
        true);
  }

  private static Ruling ruling(Members members) {
    List<Breach> breaches = members.objects(BREACHES).stream().map(SweptJson::breach).toList();
    return new Ruling(
        MemoryModel.of(members.text(MODEL)),
        Members.constant(Verdict.values(), members.text(VERDICT)),
        members.textOrNull(REASON),
        members.number(EXECUTIONS),
        members.number(BLOCKED),
        members.textOrNull(ASSUMES),
        members.textOrNull(LOAD_BUFFERING),
        breaches,
        members.objects(CLAIMS).stream().map(SweptJson::claim).toList());
  }

  private static BrokenClaim claim(Members members) {
    return new BrokenClaim(
        Members.constant(Claim.values(), members.text(CLAIM)),
        Members.constant(Form.values(), members.text(FORM)),
        members.text(HOW));
  }

  private static Breach breach(Members members) {
    return new Breach(
        members.text(WHAT),
        members.text(TOKEN),
        members.map().get(EXECUTIONS) == null ? null : members.number(EXECUTIONS));
  }
}
