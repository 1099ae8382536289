// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Json;
import vacate.explorer.Result;
import vacate.explorer.ResultPrinter;
import vacate.explorer.TestSuite;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.stress.runner.Interruption;

/** {@code vacate explore}. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Enumerate every execution of jcstress tests that a memory model allows.",
      "Works on any compiled test; PROVED means that all were visited."
    })
final class ExploreCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Jars and folders of classes: the tests and what they need.")
  private List<Path> paths;

  @Option(
      names = {"-t", "--tests"},
      paramLabel = "REGEX",
      description = "Only the tests in whose name this is found.")
  private String tests;

  @Option(
      names = "--model",
      paramLabel = "sc,tso,pso,jmm",
      split = ",",
      defaultValue = "jmm",
      description = "Under which memory models; jmm if not given.")
  private List<String> models;

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

  @Mixin private JsonOption json;

  @Override
  @SuppressWarnings("try")
  public Integer call() throws IOException {
    List<MemoryModel> under = Models.parse(models);
    Bounds bounds = bounds();
    JsonFile file = json.open();
    try (TestSuite suite = TestPaths.open(paths)) {
      List<StressTest> selected = Selection.select(suite.tests(), StressTest::name, tests);
      if (token != null) {
        return replay(suite, selected, under);
      }
      ExploreProgress progress = new ExploreProgress(StatusLine.onStderr());
      Explorations explorations =
          new Explorations(
              (test, model) -> {
                Result judged = Explorer.explore(test, suite.loader(), model, bounds, progress);
                return strict ? Strict.read(judged) : judged;
              });
      try (Interruption open = Interruption.calls(explorations::stop)) {
        List<Result> results =
            explorations.run(
                selected,
                under,
                jobs(),
                result -> {
                  progress.clear();
                  System.out.print(ResultPrinter.print(result));
                });
        progress.clear();
        System.out.println(ExploreProgress.summary(results));
        ExploreProgress.notRun(results).forEach(System.out::println);
        if (file != null) {
          file.write(Json.of(results));
        }
        return explorations.hasFailed() ? ExitCode.INTERNAL : vacate.explorer.ExitCode.of(results);
      }
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

  private int jobs() {
    if (jobs != null && jobs < 1) {
      throw new UsageException("--jobs " + jobs + ": at least 1");
    }
    return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
  }

  private int replay(TestSuite suite, List<StressTest> selected, List<MemoryModel> under) {
    if (selected.size() != 1 || under.size() != 1) {
      throw new UsageException("--replay wants one test and one model; narrow -t and --model");
    }
    try {
      System.out.println(Explorer.replay(selected.get(0), suite.loader(), under.get(0), token));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--replay: " + e.getMessage());
    }
    return ExitCode.AS_DECLARED;
  }
}
