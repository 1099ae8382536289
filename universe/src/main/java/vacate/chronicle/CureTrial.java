// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vacate.explorer.Bounds;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.history.Cures;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.history.Probe;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;

/**
 * Puts cures to the test: in the scenarios of the {@link HistoricBound}, and in those that show
 * what was wrong with the versions that they cure, under all models at once. Broken is what is in
 * any scenario, and an outcome that shows a defect.
 *
 * <p>Not for several threads at a time.
 */
public final class CureTrial {
  private final World world = new World(Play.class.getClassLoader());
  private final Bounds bounds;

  /**
   * @param executions complete and blocked ones of a scenario under a model, after which it is
   *     given up
   */
  public CureTrial(long executions) {
    bounds = new Bounds(Bounds.DEFAULT.loop(), executions);
  }

  /** In which scenarios a cure is put to the test, each once, always in the same order. */
  public static List<Scenario> scenarios(Revision cure) {
    Set<Scenario> all = new LinkedHashSet<>(HistoricBound.scenarios());
    for (PostedVersion version : Cures.curedBy(cure)) {
      asked(version).map(Probe::scenario).forEach(all::add);
    }
    return List.copyOf(all);
  }

  /** What is looked for in a version, and does no harm in its cure but as it says. */
  private static Stream<Probe> asked(PostedVersion version) {
    return Stream.of(HistoricDefect.values())
        .filter(d -> !Cures.of(version).orElseThrow().left().containsKey(d))
        .flatMap(d -> d.probes(version.revision.orElseThrow()).stream());
  }

  /** What comes of one. */
  public CureFound look(Revision cure, Scenario scenario) {
    Collection<Result> results =
        world
            .explore(
                new ScenarioQuestion(cure, scenario).test(),
                EnumSet.allOf(MemoryModel.class),
                Settings.of(bounds))
            .values();
    long executions = results.stream().mapToLong(r -> r.executions() + r.blocked()).sum();
    List<String> broken = broken(cure, scenario, results);
    if (!broken.isEmpty()) {
      return new CureFound(cure, scenario, Verdict.REFUTED, executions, broken.get(0));
    }
    return results.stream()
        .filter(r -> r.verdict() != Verdict.PROVED)
        .findFirst()
        .map(r -> new CureFound(cure, scenario, r.verdict(), executions, r.reason()))
        .orElse(new CureFound(cure, scenario, Verdict.PROVED, executions, ""));
  }

  /** Outcomes, the shortest first. */
  private static List<String> broken(Revision cure, Scenario scenario, Collection<Result> results) {
    List<Probe> probes =
        Cures.curedBy(cure).stream()
            .flatMap(CureTrial::asked)
            .filter(p -> p.scenario().equals(scenario))
            .toList();
    List<String> broken = new ArrayList<>();
    for (Result result : results) {
      for (Outcome outcome : result.outcomes()) {
        boolean shows = probes.stream().anyMatch(p -> p.outcome().matcher(outcome.id()).matches());
        if (!outcome.isImpossible() && (outcome.expect().fails() || shows)) {
          broken.add(outcome.id());
        }
      }
    }
    broken.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    return broken;
  }
}
