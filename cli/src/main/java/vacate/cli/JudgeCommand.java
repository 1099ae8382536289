// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vacate.claim.Claim;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Detail;
import vacate.explorer.Explorer;
import vacate.explorer.Json;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.history.Restatement;
import vacate.history.Restatements;
import vacate.stress.runner.Interruption;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;

/** {@code vacate judge}. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "What can come of a scenario? Explores every execution of it, and shows one that is broken.",
      "A scenario is a line, as 'red_zone fresh: alloc | vacate'; --list explains the language."
    })
final class JudgeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SCENARIO", arity = "0..1", description = "What goes on at once.")
  private String text;

  @Option(names = "--list", description = "Explain the language of scenarios, and what is broken.")
  private boolean list;

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      defaultValue = "posted",
      description = "Of the protocol; posted if not given.")
  private String revision;

  @Option(
      names = "--model",
      paramLabel = Models.ALL,
      split = ",",
      defaultValue = "jmm",
      description = "Under which memory models; jmm if not given.")
  private List<String> models;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      description = "Give up after so long, as " + GivenTime.EXAMPLES + "; no limit if not given.")
  private String maxTime;

  @Option(
      names = "--claim",
      paramLabel = "ID",
      description = "Show an execution that breaks this claim, as C8.")
  private String claim;

  @Option(names = "--full", description = "Tell every event of the execution, not every step.")
  private boolean full;

  @Mixin private JsonOption json;

  @Override
  @SuppressWarnings("try")
  public Integer call() throws IOException {
    if (list) {
      if (text != null || json.isGiven()) {
        throw new UsageException("--list explains, and judges nothing");
      }
      ScenarioLanguage.lines(Terminal.width()).forEach(System.out::println);
      return ExitStatus.AS_DECLARED;
    }
    if (text == null) {
      throw new UsageException("which scenario? --list explains the language");
    }
    ScenarioQuestion question = TypedScenario.parse(text, revision);
    Claim shown = claim == null ? null : TypedClaims.parse(List.of(claim)).get(0);
    if (shown != null
        && Restatements.of(question.revision(), shown) instanceof Restatement.NotMade not) {
      throw new UsageException(
          "in "
              + question.revision()
              + " nothing is to be asked for "
              + shown
              + ": "
              + not.because());
    }
    List<MemoryModel> under = Models.parse(models);
    Deadline deadline = time();
    JsonFile file = json.open();
    ExploreProgress progress = new ExploreProgress(StatusLine.onStderr());
    Settings settings =
        Settings.of(Bounds.DEFAULT)
            .by(deadline)
            .workers(processors())
            .monitors(question.allWatchmen());
    ClassLoader loader = Play.class.getClassLoader();
    Explorations<StressTest> explorations =
        new Explorations<>(
            StressTest::name,
            (test, all) -> Explorer.explore(test, loader, all, settings, progress),
            deadline::isPast);
    try (Interruption open = Interruption.calls(explorations::stop)) {
      List<Result> results = explorations.run(List.of(question.test()), under, 1, result -> {});
      int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
      Judgement judgement = new Judgement(question, results, shown);
      List<String> lines = judgement.lines(width, full, progress);
      progress.clear();
      lines.forEach(System.out::println);
      if (file != null) {
        file.write(Json.of(results, Detail.BRIEF));
      }
      return explorations.hasFailed() ? ExitStatus.INTERNAL : judgement.exit();
    }
  }

  private Deadline time() {
    if (maxTime == null) {
      return Deadline.NONE;
    }
    Duration given = GivenTime.parse("--max-time", maxTime);
    return Deadline.in(given, System::nanoTime, Elapsed.text(given) + " for the run");
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
