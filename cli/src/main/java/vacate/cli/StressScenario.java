// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.ExitCode;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.jcstress.Clause;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.story.Wrap;
import vacate.stress.runner.HardwareInfo;
import vacate.stress.runner.Interruption;
import vacate.stress.runner.ScenarioRun;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;

/**
 * A scenario that was typed, on this machine's processors; what is observed is held against what
 * the Java memory model allows.
 */
final class StressScenario {
  private static final String GAP = "  ";

  /** What a wait without end comes to: here, and in the explorer. */
  private static final String SOFT_LOCKUP = "soft_lockup";

  private static final String DEADLOCK = "deadlock";

  /** Enough for what is asked of a few CPUs. */
  private static final long EXECUTIONS = 200_000;

  private final ScenarioQuestion question;
  private final ScenarioRun run;
  private final Duration time;
  private final long seed;
  private final StatusLine status = StatusLine.onStderr();

  /**
   * @throws UsageException if no JVM can play it
   */
  StressScenario(ScenarioQuestion question, Duration time, long seed) {
    this.question = question;
    this.time = time;
    this.seed = seed;
    Path root = Path.of(System.getProperty("vacate.home", "."), "results", "stress", "typed");
    try {
      run =
          new ScenarioRun(
              question.revision(), question.scenario(), time, seed, root, this::isAtWork);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + "; `vacate judge` may");
    }
  }

  private void isAtWork(ScenarioRun.Sampled now) {
    status.show(
        String.format(
            "jcstress: %,d samples of %s, of %s",
            now.samples(), Count.of(now.forks(), "JVM"), Elapsed.text(time)));
  }

  /**
   * Runs it and prints what it comes to.
   *
   * @param json where to write it, or null
   * @return the exit code
   */
  @SuppressWarnings("try")
  int run(JsonFile json) throws IOException {
    ScenarioRun.Sampled seen;
    try (Interruption open = Interruption.calls(run::stop)) {
      seen = run.run();
      status.clear();
      List<String> broken = broken(seen);
      List<String> beyond = seen.isStopped() ? List.of() : beyond(seen);
      print(seen, broken, beyond);
      if (json != null) {
        json.write(json(seen, broken, beyond));
      }
      if (!broken.isEmpty() || !beyond.isEmpty()) {
        return ExitCode.REFUTED;
      }
      if (seen.samples() == 0) {
        return ExitCode.NOT_RUN;
      }
      return seen.isStopped() ? ExitCode.BOUNDED : ExitCode.PROVED;
    }
  }

  private List<String> broken(ScenarioRun.Sampled seen) {
    StressTest test = question.test();
    return seen.counts().keySet().stream()
        .filter(outcome -> clause(test, outcome).filter(c -> c.expect().fails()).isPresent())
        .toList();
  }

  private static Optional<Clause> clause(StressTest test, String outcome) {
    return test.clauses().stream().filter(c -> c.matches(outcome)).findFirst();
  }

  /** What was observed and is not allowed; nothing if it is not known what is. */
  private List<String> beyond(ScenarioRun.Sampled seen) {
    status.show("explorer: is each observed outcome allowed?");
    Settings settings =
        Settings.of(new Bounds(Bounds.DEFAULT.loop(), EXECUTIONS)).by(Deadline.NONE);
    Result result =
        Explorer.explore(
                question.test(),
                Play.class.getClassLoader(),
                Set.of(MemoryModel.JMM),
                settings,
                Progress.NONE)
            .get(MemoryModel.JMM);
    status.clear();
    if (result.reason() != null) {
      return List.of();
    }
    Set<String> allowed = result.outcomeIds();
    return seen.counts().keySet().stream()
        .filter(o -> !allowed.contains(o.contains(SOFT_LOCKUP) ? DEADLOCK : o))
        .toList();
  }

  private void print(ScenarioRun.Sampled seen, List<String> broken, List<String> beyond) {
    int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
    List<String> lines = new ArrayList<>();
    lines.add(question.revision().label + ", " + question.scenario() + ", seed " + seed);
    lines.addAll(Wrap.at(width, HardwareInfo.read().toString()));
    lines.add("");
    lines.addAll(
        Wrap.at(
            width,
            (broken.isEmpty() ? "NOT OBSERVED" : "OBSERVED")
                + String.format(" in %,d samples of ", seen.samples())
                + Count.of(seen.forks(), "JVM")
                + (broken.isEmpty() ? ": nothing that is broken" : "")
                + (seen.isStopped() ? "; stopped before its time" : "")));
    StressTest test = question.test();
    seen.counts().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Long> e) -> !broken.contains(e.getKey()))
                .thenComparing(e -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e -> {
              String what = clause(test, e.getKey()).map(Clause::description).orElse("");
              lines.add(
                  (String.format("%,15d", e.getValue()) + GAP + e.getKey() + GAP + what)
                      .stripTrailing());
            });
    seen.failures().stream()
        .distinct()
        .forEach(failure -> lines.addAll(Wrap.at(width, GAP + failure)));
    beyond.forEach(
        o -> lines.add(GAP + o + ": the Java memory model does not allow it, so who is wrong?"));
    lines.forEach(System.out::println);
  }

  private String json(ScenarioRun.Sampled seen, List<String> broken, List<String> beyond)
      throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("revision", question.revision().label);
    map.put("scenario", question.scenario().toString());
    map.put("seed", seed);
    map.put("forks", seen.forks());
    map.put("stopped", seen.isStopped());
    map.put("outcomes", seen.counts());
    map.put("broken", broken);
    map.put("notAllowed", beyond);
    map.put("failures", seen.failures());
    return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(map) + "\n";
  }
}
