// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.claim.Form;
import vacate.explorer.Bounds;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Until;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Noted;
import vacate.universe.ScenarioQuestion;
import vacate.watch.BrokenClaim;
import vacate.watch.Linearizable;

/**
 * A scenario explored in a version of the protocol.
 *
 * @param outcomes that were found, the bad ones included
 * @param broken what is, in words, and the first outcome that shows it
 * @param claims which the corrected protocol keeps, by the ledger, and this one does not
 * @param reason why not all executions were visited; null if they were
 */
record Played(
    Verdict verdict,
    Set<String> outcomes,
    Map<String, String> broken,
    List<BrokenClaim> claims,
    long executions,
    String reason) {

  private static final String SETUP = "setup failed: ";

  /** All executions, up to so many. */
  static Played all(World world, Scenario scenario, MemoryModel model, long most) {
    return of(world, scenario, model, most, Until.EXHAUSTED);
  }

  /** Up to the first that has a bad outcome. */
  static Played first(World world, Scenario scenario, MemoryModel model, long most) {
    return of(world, scenario, model, most, Until.REFUTED);
  }

  private static Played of(
      World world, Scenario scenario, MemoryModel model, long most, Until until) {
    ScenarioQuestion question = new ScenarioQuestion(Revision.CORRECTED, scenario);
    Settings settings =
        Settings.of(new Bounds(Bounds.DEFAULT.loop(), most))
            .until(until)
            .monitors(question.watchmen());
    Result result = world.explore(question.test(), Set.of(model), settings).get(model);
    Map<String, String> broken = new LinkedHashMap<>();
    for (Outcome o : result.outcomes()) {
      if (!o.isImpossible() && o.expect().fails()) {
        broken.putIfAbsent(o.description(), o.id());
      }
    }
    Noted.notLinearizable(result)
        .ifPresent(w -> broken.putIfAbsent(Linearizable.BROKEN, w.execution().outcome()));
    return new Played(
        Noted.judged(result).verdict(),
        result.outcomeIds(),
        broken,
        Noted.claims(result)
            .map(Noted::claim)
            .filter(b -> isKept(b, model))
            .sorted(BrokenClaim.ORDER)
            .toList(),
        result.executions() + result.blocked(),
        result.reason());
  }

  private static boolean isKept(BrokenClaim broken, MemoryModel model) {
    Form form = broken.form();
    return broken.claim().truth(form).holds(Revision.CORRECTED, model);
  }

  boolean isWhole() {
    return reason == null;
  }

  /** Whether the protocol died before any CPU did anything. */
  boolean diesInSetup() {
    return verdict == Verdict.NOT_RUN && reason.startsWith(SETUP);
  }

  /** Of what, if it did. */
  String died() {
    return reason.substring(SETUP.length()).replaceFirst("^[\\w.]+[.](?=\\w+: )", "");
  }
}
