// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Witness;
import vacate.explorer.World;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.lincheck.Structure;
import vacate.explorer.model.MemoryModel;

/**
 * Explores all scenarios of a structure, those with fewer calls first, up to the first that is not
 * linearizable: in which the results of some execution are those of no order of its calls, made one
 * after the other on an object of the specification.
 *
 * <p>The order keeps the order of each thread. A call comes before another one of another thread if
 * the caller of this knew that it had returned, by what was written with release and read with
 * acquire. Under {@code sc} those are the calls that had returned; under weaker models a thread
 * that has not heard of a call need not see what it did.
 */
public final class Linearity {
  private static final long NANOS_BETWEEN_REPORTS = 250_000_000L;

  private final Structure structure;
  private final Extent extent;
  private final String scenario;
  private final Settings settings;
  private final Progress progress;
  private final Staged staged;
  private final World world;
  private final Sequential sequential;
  private final Map<MemoryModel, ScenarioTally> tallies = new EnumMap<>(MemoryModel.class);

  private Linearity(
      Structure structure,
      LinearityQuestion question,
      ClassLoader loader,
      Set<MemoryModel> models,
      Settings settings,
      Progress progress) {
    this.structure = structure;
    this.extent = question.extent();
    this.scenario = question.scenario();
    this.settings = settings;
    this.progress = progress;
    staged = new Staged(structure, extent.values(), question.specification(), loader);
    world = new World(staged.program());
    sequential = new SequentialRuns(staged, world, Settings.of(settings.bounds()));
    models.forEach(m -> tallies.put(m, new ScenarioTally(structure.name(), m)));
  }

  /**
   * Explores a structure under some models, one pass for all. A thread that is interrupted stops
   * early, as does a deadline that passes, and where there were as many executions as the bounds of
   * the settings allow.
   *
   * @param loader finds the classes
   * @param settings monitors and checkpoints are not for structures
   * @return of each model what holds in all scenarios, or the first that refutes it
   */
  public static Map<MemoryModel, Result> check(
      Structure structure,
      LinearityQuestion question,
      ClassLoader loader,
      Set<MemoryModel> models,
      Settings settings,
      Progress progress) {
    if (structure.refusal() != null) {
      return notRun(structure, models, structure.refusal());
    }
    Linearity linearity = new Linearity(structure, question, loader, models, settings, progress);
    List<CallScenario> scenarios;
    try {
      scenarios = linearity.scenarios();
    } catch (IllegalArgumentException e) {
      return notRun(structure, models, e.getMessage());
    }
    return linearity.check(scenarios);
  }

  /**
   * What is wrong with a question, in one line: its scenario is none of the structure, or its
   * specification is no class. Empty if nothing is.
   *
   * @param loader finds the classes
   */
  public static Optional<String> refusal(
      Structure structure, LinearityQuestion question, ClassLoader loader) {
    String specification = question.specification();
    if (specification != null
        && loader.getResource(specification.replace('.', '/') + ".class") == null) {
      return Optional.of("there is no class " + specification);
    }
    if (structure.refusal() != null || question.scenario() == null) {
      return Optional.empty();
    }
    try {
      ScenarioText.parse(question.scenario(), Call.of(structure, question.extent().values()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Map<MemoryModel, Result> notRun(
      Structure structure, Set<MemoryModel> models, String why) {
    Map<MemoryModel, Result> results = new EnumMap<>(MemoryModel.class);
    models.forEach(m -> results.put(m, Result.notRun(structure.name(), m, why)));
    return results;
  }

  private List<CallScenario> scenarios() {
    return scenario == null
        ? Scenarios.of(staged.calls(), extent)
        : List.of(ScenarioText.parse(scenario, staged.calls()));
  }

  private Map<MemoryModel, Result> check(List<CallScenario> scenarios) {
    long begun = System.nanoTime();
    long reported = begun;
    for (int i = 0; i < scenarios.size() && !left().isEmpty(); i++) {
      Optional<String> over = over();
      if (over.isPresent()) {
        left().forEach(m -> tallies.get(m).stop(over.get()));
        break;
      }
      explore(scenarios.get(i));
      long now = System.nanoTime();
      if (now - reported > NANOS_BETWEEN_REPORTS) {
        reported = now;
        report(now - begun);
      }
    }
    double millis = (System.nanoTime() - begun) / 1e6;
    List<String> calls = staged.calls().stream().map(Call::toString).toList();
    Map<MemoryModel, Result> results = new EnumMap<>(MemoryModel.class);
    tallies.forEach(
        (m, t) -> {
          t.spent(millis);
          results.put(
              m, t.result(scenarios.size(), scenario == null ? extent.toString() : null, calls));
        });
    return results;
  }

  private Set<MemoryModel> left() {
    Set<MemoryModel> left = EnumSet.noneOf(MemoryModel.class);
    tallies.forEach(
        (m, t) -> {
          if (!t.isSettled()) {
            left.add(m);
          }
        });
    return left;
  }

  private long done() {
    return tallies.values().stream().mapToLong(ScenarioTally::done).max().orElse(0);
  }

  private void report(long nanos) {
    MemoryModel model = MemoryModel.weakestFirst(tallies.keySet()).get(0);
    ScenarioTally t = tallies.get(model);
    progress.update(
        new Progress.State(
            structure.name(), model, t.executions(), t.blocked(), nanos, Double.NaN));
  }

  /** Why no other scenario is begun. */
  private Optional<String> over() {
    if (Thread.currentThread().isInterrupted()) {
      return Optional.of("interrupted");
    }
    if (settings.deadline().isPast()) {
      return Optional.of(settings.deadline().name() + " are over");
    }
    return done() >= settings.bounds().executions()
        ? Optional.of("stopped early after " + done() + " executions")
        : Optional.empty();
  }

  private void explore(CallScenario scenario) {
    long executions = settings.bounds().executions();
    Bounds rest =
        executions == Long.MAX_VALUE
            ? settings.bounds()
            : new Bounds(settings.bounds().loop(), executions - done());
    Settings own = Settings.of(rest).by(settings.deadline()).reducing(settings.reductions());
    String text = scenario.text(staged.calls());
    Map<String, Optional<Bad>> judged = new HashMap<>();
    Map<MemoryModel, Result> results = world.explore(staged.test(scenario), left(), own);
    results.forEach(
        (model, result) -> {
          try {
            tallies.get(model).add(text, result, bad(scenario, result, judged));
          } catch (Unknown e) {
            tallies.get(model).refuse(e.getMessage());
          }
        });
  }

  /**
   * A history that no order explains.
   *
   * @param known how many calls of others the callers knew to have returned
   */
  private record Bad(String text, String why, int known) {}

  /** Of the outcomes that no order explains the one in which least is known; null without one. */
  private Outcome bad(CallScenario scenario, Result result, Map<String, Optional<Bad>> judged) {
    return result.outcomes().stream()
        .filter(o -> !o.isImpossible())
        .filter(o -> judged.computeIfAbsent(o.id(), id -> judge(scenario, o)).isPresent())
        .min(Comparator.comparingInt(o -> judged.get(o.id()).orElseThrow().known))
        .map(o -> told(o, judged.get(o.id()).orElseThrow()))
        .orElse(null);
  }

  private static Outcome told(Outcome o, Bad bad) {
    return new Outcome(bad.text, Expectation.FORBIDDEN, bad.why, o.executions(), o.witness());
  }

  private Optional<Bad> judge(CallScenario scenario, Outcome o) {
    if (o.expect().fails()) {
      return Optional.of(new Bad(o.id(), o.description(), 0));
    }
    CallHistory history = CallHistory.parse(scenario, o.id());
    String why =
        history.damage() != null
            ? "its own validation says so"
            : Linearizations.exist(history, sequential)
                ? null
                : "no order of the calls explains it";
    int known =
        history.threads().stream()
            .flatMap(List::stream)
            .flatMap(t -> t.seen().stream())
            .mapToInt(n -> n)
            .sum();
    return why == null
        ? Optional.empty()
        : Optional.of(new Bad(history.text(staged.calls()), why, known));
  }

  /**
   * Rebuilds the execution that the witness of a refuted scenario's token stands for.
   *
   * @param question whose scenario is that one
   * @throws IllegalArgumentException if there is no such scenario, or the token is none, was made
   *     for another one or another model, or the structure has changed since
   */
  public static Witness replay(
      Structure structure,
      LinearityQuestion question,
      ClassLoader loader,
      MemoryModel model,
      String token) {
    Staged staged =
        new Staged(structure, question.extent().values(), question.specification(), loader);
    CallScenario played = ScenarioText.parse(question.scenario(), staged.calls());
    return Explorer.replay(staged.test(played), staged.program(), model, token);
  }
}
