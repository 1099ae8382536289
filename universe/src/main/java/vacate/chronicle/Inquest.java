// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.Bounds;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.history.Restatement;
import vacate.history.Restatements;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;
import vacate.watch.BrokenClaim;
import vacate.watch.ClaimNote;
import vacate.watch.Watchman;

/**
 * Puts the claims to versions: explores scenarios, each read off the version's own steps.
 *
 * <p>Not for several threads at a time.
 */
public final class Inquest {
  private final World world = new World(Play.class.getClassLoader());
  private final Bounds bounds;

  /**
   * @param executions complete and blocked ones of a scenario, after which it is given up
   */
  public Inquest(long executions) {
    bounds = new Bounds(Bounds.DEFAULT.loop(), executions);
  }

  /**
   * What comes of a scenario in a version. Where it comes to the same under the strongest and the
   * weakest of the models, those between are not asked: each has the executions of the one and no
   * others than the other.
   *
   * @return one for models under which it comes to the same, the strongest first
   */
  public List<ClaimFound> look(
      Revision revision, Scenario scenario, Collection<MemoryModel> models) {
    List<MemoryModel> order = MemoryModel.strongestFirst(models);
    Set<MemoryModel> ends = EnumSet.of(order.get(0), order.get(order.size() - 1));
    Map<MemoryModel, ClaimFound> found = explore(revision, scenario, ends);
    if (MemoryModel.areOneInTheOther(MemoryModel.weakestFirst(models))
        && ends.stream().map(found::get).allMatch(f -> isSame(f, found.get(order.get(0))))) {
      return List.of(of(found.get(order.get(0)), models));
    }
    Set<MemoryModel> others = EnumSet.copyOf(models);
    others.removeAll(ends);
    if (!others.isEmpty()) {
      found.putAll(explore(revision, scenario, others));
    }
    List<ClaimFound> all = new ArrayList<>();
    for (MemoryModel model : order) {
      ClaimFound next = found.get(model);
      ClaimFound last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (last != null && isSame(last, next)) {
        Set<MemoryModel> both = EnumSet.copyOf(last.models());
        both.add(model);
        all.set(all.size() - 1, of(last, both));
      } else {
        all.add(next);
      }
    }
    return all;
  }

  private static boolean isSame(ClaimFound one, ClaimFound other) {
    return one.whole() == other.whole() && one.claims().equals(other.claims());
  }

  private static ClaimFound of(ClaimFound found, Collection<MemoryModel> models) {
    return new ClaimFound(
        found.revision(),
        found.scenario(),
        EnumSet.copyOf(models),
        found.executions(),
        found.whole(),
        found.claims());
  }

  private Map<MemoryModel, ClaimFound> explore(
      Revision revision, Scenario scenario, Set<MemoryModel> models) {
    Map<MemoryModel, Result> results =
        world.explore(
            new ScenarioQuestion(revision, scenario).test(),
            models,
            Settings.of(bounds).monitors(List.of(Watchman.tellingAll(revision, scenario))));
    Map<MemoryModel, ClaimFound> found = new EnumMap<>(MemoryModel.class);
    results.forEach(
        (model, result) ->
            found.put(
                model,
                new ClaimFound(
                    revision,
                    scenario,
                    EnumSet.of(model),
                    result.executions() + result.blocked(),
                    result.reason() == null,
                    claims(new ScenarioQuestion(revision, scenario), result))));
    return found;
  }

  private static Map<Claim, ClaimFound.Fared> claims(ScenarioQuestion question, Result result) {
    Map<Claim, ClaimFound.Fared> claims = new EnumMap<>(Claim.class);
    notes(result).forEach(note -> note(claims, note.claim(), fared(note)));
    if (!(Restatements.of(question.revision(), Claim.C14) instanceof Restatement.NotMade)) {
      result.outcomes().stream()
          .filter(o -> !o.isImpossible() && ScenarioQuestion.saysSuccess(o.id()))
          .forEach(o -> note(claims, Claim.C14, answer(question, o)));
    }
    return claims;
  }

  private static Stream<ClaimNote> notes(Result result) {
    return result.monitored().stream()
        .flatMap(m -> m.violations().stream())
        .flatMap(v -> v.notes().stream())
        .map(ClaimNote.class::cast);
  }

  /** The worst of all executions. */
  private static void note(
      Map<Claim, ClaimFound.Fared> claims, Claim claim, ClaimFound.Fared fared) {
    claims.merge(claim, fared, ClaimFound.Fared::or);
  }

  private static ClaimFound.Fared fared(ClaimNote note) {
    if (note instanceof BrokenClaim broken) {
      return broken.form() == Form.QUALIFIED
          ? ClaimFound.Fared.BROKE_QUALIFIED
          : ClaimFound.Fared.BROKE;
    }
    return ClaimFound.Fared.HELD;
  }

  private static ClaimFound.Fared answer(ScenarioQuestion question, Outcome outcome) {
    return question.isWrongAnswer(outcome.id()) ? ClaimFound.Fared.BROKE : ClaimFound.Fared.HELD;
  }
}
