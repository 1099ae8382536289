// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Detail;
import vacate.explorer.ExitCode;
import vacate.explorer.Json;
import vacate.explorer.Result;
import vacate.explorer.ResultPrinter;
import vacate.explorer.Settings;
import vacate.explorer.Strict;
import vacate.explorer.TestSuite;
import vacate.explorer.Until;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.DataRaces;
import vacate.explorer.monitor.LockOrder;
import vacate.explorer.monitor.Monitor;
import vacate.stress.runner.Interruption;

/** {@code vacate explore}. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Enumerate every execution of jcstress tests, and of all small scenarios of classes with "
          + "Lincheck's @Operation, that a memory model allows.",
      "Works on any compiled test; PROVED means that all were visited."
    })
final class ExploreCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = {
        "Jars and folders of classes: the tests and what they need. Several may be written as a"
            + " class path."
      })
  private List<Path> paths;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description =
          "Jars and folders with what the tests need besides, where no test is looked for; as a "
              + "class path, or repeated.")
  private List<Path> libraries = List.of();

  @Mixin private TestsOption tests;

  @Option(
      names = "--model",
      paramLabel = Models.ALL,
      split = ",",
      defaultValue = "jmm",
      description = "Under which memory models; jmm if not given.")
  private List<String> models;

  @Option(
      names = "--keep-dependencies",
      description =
          "Take it that compilers keep data dependencies, under jmm: a read through a reference does "
              + "not come before the read that the reference came out of. Java does not promise it.")
  private boolean keepDependencies;

  @Option(
      names = "--loop-bound",
      paramLabel = "N",
      description = "How often a loop that is no spin wait may go round; 100 if not given.")
  private Integer loopBound;

  @Option(
      names = "--max-executions",
      paramLabel = "N",
      description = "Give up a test after so many executions; no limit if not given.")
  private Long maxExecutions;

  @Mixin private ScenarioOptions scenarios;
  @Mixin private TimeLimits time;
  @Mixin private CheckpointOptions kept;

  @Option(
      names = "--first",
      description = {
        "Stop each test at its first bad outcome; under several models once each has one."
      })
  private boolean first;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "How many explorations at once; as many as processors if not given.")
  private Integer jobs;

  @Option(
      names = "--replay",
      paramLabel = "TOKEN",
      description = "Rebuild and print the one execution of a witness; wants one test, one model.")
  private String token;

  @Option(
      names = "--strict",
      description = "An outcome that is ACCEPTABLE_INTERESTING refutes the test, too.")
  private boolean strict;

  @Option(
      names = "--races",
      description =
          "Look for data races, too: accesses that happens-before does not order, one a write and "
              + "one plain. They are listed below the outcomes; the verdict stays, the exit code is 1.")
  private boolean races;

  @Option(
      names = "--lock-order",
      description =
          "Look for cycles in the order in which actors take locks while they hold others, too, also "
              + "where none deadlocks. Listed like races, with the same exit code.")
  private boolean lockOrder;

  @Option(
      names = "--all-outcomes",
      description =
          "Print every outcome, and a witness of each forbidden one; else at most 20 of each, and "
              + "how many more there are.")
  private boolean allOutcomes;

  @Option(
      names = "--all-events",
      description =
          "Print each event of a witness; else those of code that an actor calls are left out where "
              + "one actor alone uses the location, or nobody writes it.")
  private boolean allEvents;

  @Option(
      names = "--witness",
      paramLabel = "OUTCOME",
      description =
          "Print how this outcome comes about, too, also if it is allowed; may be repeated.")
  private List<String> explained = List.of();

  @Mixin private JsonOption json;

  @Override
  @SuppressWarnings("try")
  public Integer call() throws IOException {
    List<MemoryModel> under = Models.parse(models);
    Deadline deadline = time.run(System::nanoTime);
    time.test(System::nanoTime); // a wrong one is refused before anything is explored
    Settings settings = Settings.of(bounds()).workers(jobs()).until(until()).monitors(monitors());
    Detail detail = new Detail(allOutcomes, allEvents, explained);
    JsonFile file = json.open();
    try (TestSuite suite = TestPaths.open(paths, libraries, tests.wanted())) {
      List<Explorable> selected =
          tests.select(Explorable.of(suite, scenarios.question()), Explorable::name).stream()
              .map(one -> keepDependencies ? one.keepingDependencies() : one)
              .toList();
      scenarios.refuseWithout(selected);
      scenarios.refuseUnfit(selected, suite.loader());
      if (token != null) {
        json.refuseWith("--replay");
        kept.refuseWith("--replay");
        return replay(suite, selected, under);
      }
      ExploreProgress progress = new ExploreProgress(StatusLine.onStderr());
      if (Explorable.tests(selected).size() < selected.size()) {
        refuseForScenarios();
      }
      KeptRun run =
          kept.open(suite, Explorable.tests(selected), under, settings.bounds(), progress::tell);
      Settings keeping = run == null ? settings : settings.checkpoints(run.checkpoints());
      Explorations<Explorable> explorations =
          new Explorations<>(
              Explorable::name,
              (subject, all) ->
                  explore(
                      subject,
                      suite.loader(),
                      all,
                      keeping.by(deadline.or(time.test(System::nanoTime))),
                      detail,
                      progress),
              () -> deadline.isPast() && (run == null || run.hasKept()));
      try (run;
          Interruption open = Interruption.calls(explorations::stop)) {
        List<Result> results =
            explorations.run(
                selected,
                under,
                jobs(),
                result -> {
                  if (result.verdict() == Verdict.NOT_RUN && selected.size() * under.size() > 1) {
                    return; // listed in the end, by reason
                  }
                  String text = ResultPrinter.print(result, detail, progress);
                  progress.clear();
                  System.out.print(text);
                  if (file == null && StandardOutput.isUnread()) {
                    explorations.stop();
                  }
                });
        if (run != null) {
          run.write(); // what is printed now may be the end of it
        }
        progress.clear();
        printVerdicts(results);
        System.out.println(ExploreProgress.summary(results));
        ExploreProgress.notRun(results).forEach(System.out::println);
        if (file != null) {
          file.write(Json.of(results, detail));
        }
        if (run != null) {
          run.end(explorations.isStopped() || explorations.hasFailed() || areSomeNotBegun(results));
        }
        return exitCode(explorations, results);
      }
    }
  }

  /** With what is found out for advice, which is explored, too, and so can be interrupted. */
  private Map<MemoryModel, Result> explore(
      Explorable subject,
      ClassLoader loader,
      Set<MemoryModel> under,
      Settings settings,
      Detail detail,
      ExploreProgress progress) {
    Map<MemoryModel, Result> judged = subject.explore(loader, under, settings, progress);
    if (strict) {
      judged.replaceAll((model, result) -> Strict.read(result));
    }
    for (Result result : judged.values()) {
      detail.shown(result.outcomes()).stream()
          .filter(detail::isExplained)
          .forEach(outcome -> outcome.witness().advice(progress));
    }
    return judged;
  }

  private Until until() {
    return !first ? Until.EXHAUSTED : strict ? Until.REFUTED_STRICTLY : Until.REFUTED;
  }

  /** That something is refuted stands, also where nobody wanted to know the rest. */
  private static int exitCode(Explorations<?> explorations, List<Result> results) {
    if (explorations.hasFailed()) {
      return ExitStatus.INTERNAL;
    }
    int exit = ExitCode.of(results);
    if (exit != ExitCode.REFUTED && areSomeNotBegun(results)) {
      return ExitCode.BOUNDED;
    }
    boolean known = !explorations.isStopped() || exit == ExitCode.REFUTED;
    return known || !StandardOutput.isUnread() ? exit : ExitStatus.UNREAD;
  }

  private static boolean areSomeNotBegun(List<Result> results) {
    return results.stream().anyMatch(Explorations::isWithoutTime);
  }

  private static void printVerdicts(List<Result> results) {
    List<String> table = VerdictTable.lines(results);
    if (!table.isEmpty()) {
      System.out.println();
      table.forEach(System.out::println);
      System.out.println();
    }
  }

  private Bounds bounds() {
    try {
      return new Bounds(
          loopBound == null ? Bounds.DEFAULT.loop() : loopBound,
          maxExecutions == null ? Bounds.DEFAULT.executions() : maxExecutions);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private List<Monitor<?>> monitors() {
    List<Monitor<?>> monitors = new ArrayList<>();
    if (races) {
      kept.refuseWith("--races");
      monitors.add(new DataRaces());
    }
    if (lockOrder) {
      kept.refuseWith("--lock-order");
      monitors.add(new LockOrder());
    }
    return monitors;
  }

  private int jobs() {
    if (jobs != null && jobs < 1) {
      throw new UsageException("--jobs " + jobs + ": at least 1");
    }
    return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
  }

  private int replay(TestSuite suite, List<Explorable> selected, List<MemoryModel> under) {
    if (selected.size() != 1 || under.size() != 1) {
      throw new UsageException("--replay wants one test and one model; narrow --tests and --model");
    }
    try {
      System.out.println(
          selected.get(0).replay(suite.loader(), under.get(0), token).text(allEvents));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--replay: " + e.getMessage());
    }
    return ExitStatus.AS_DECLARED;
  }

  /** What is only known of tests is not left out without a word. */
  private void refuseForScenarios() {
    String why = "classes with Lincheck's @Operation";
    kept.refuseWith(why);
    if (races || lockOrder) {
      throw new UsageException(
          (races ? "--races" : "--lock-order") + " and " + why + " do not go together");
    }
  }
}
