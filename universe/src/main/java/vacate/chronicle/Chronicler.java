// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vacate.explorer.Bounds;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Until;
import vacate.explorer.World;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.history.HistoricDefect;
import vacate.history.Probe;
import vacate.history.Proof;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;

/**
 * Looks for defects in versions. A scenario is explored once for all defects that are looked for in
 * it, unless it is too large for that; then once for each, until it is found.
 *
 * <p>Not for several threads at a time.
 */
public final class Chronicler {
  /** Executions, complete and blocked, of a scenario at once; more than most have. */
  private static final Bounds AT_ONCE = new Bounds(Bounds.DEFAULT.loop(), 20_000);

  /** And if one is looked for that was not among these. */
  private static final Bounds FOR_ONE = new Bounds(Bounds.DEFAULT.loop(), 600_000);

  private record Asked(Revision revision, Scenario scenario) {}

  private final World world = new World(Play.class.getClassLoader());
  private final Map<Asked, Result> explored = new HashMap<>();

  /** Looks for a defect in a version. */
  public Sighting look(HistoricDefect defect, Revision revision) {
    List<Probe> probes = defect.probes(revision);
    if (probes.isEmpty()) {
      return new Sighting.NotAsked(because(defect.proof, revision));
    }
    long executions = 0;
    boolean exhausted = true;
    for (Probe probe : probes) {
      Result result =
          probe.alone()
              ? explore(searching(revision, probe), FOR_ONE, Until.REFUTED)
              : explored(revision, probe.scenario());
      Optional<Outcome> found = found(result, probe);
      if (found.isEmpty() && result.reason() != null && defect.shownIn().contains(revision)) {
        result = explore(searching(revision, probe), FOR_ONE, Until.REFUTED);
        found = found(result, probe);
      }
      executions += visited(result);
      exhausted &= result.reason() == null;
      if (found.isPresent()) {
        return new Sighting.Seen(probe.scenario(), found.get().id(), visited(result));
      }
    }
    return new Sighting.Unseen(probes.size(), executions, exhausted);
  }

  private static String because(Proof proof, Revision revision) {
    return proof instanceof Proof.Explored asked
        ? asked.notAsked().get(revision)
        : ((Proof.NotShown) proof).because();
  }

  private static Optional<Outcome> found(Result result, Probe probe) {
    return result.outcomes().stream()
        .filter(o -> !o.isImpossible() && probe.outcome().matcher(o.id()).matches())
        .min(Comparator.comparing(Outcome::id));
  }

  private static long visited(Result result) {
    return result.executions() + result.blocked();
  }

  private Result explored(Revision revision, Scenario scenario) {
    return explored.computeIfAbsent(
        new Asked(revision, scenario),
        asked ->
            explore(new ScenarioQuestion(revision, scenario).test(), AT_ONCE, Until.EXHAUSTED));
  }

  private static StressTest searching(Revision revision, Probe probe) {
    return new ScenarioQuestion(revision, probe.scenario()).testFor(probe.outcome().pattern());
  }

  private Result explore(StressTest test, Bounds bounds, Until until) {
    Set<MemoryModel> sc = EnumSet.of(MemoryModel.SC);
    return world.explore(test, sc, Settings.of(bounds).until(until)).get(MemoryModel.SC);
  }
}
