// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.claim.Claim;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.report.ReportFolder;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.stress.runner.Interruption;
import vacate.sweep.Fingerprint;
import vacate.sweep.Terms;
import vacate.universe.ScenarioQuestion;
import vacate.universe.Shard;
import vacate.universe.Sweep;
import vacate.universe.Swept;
import vacate.universe.Universe;

/** {@code vacate sweep}. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "What can come of all scenarios up to a bound? Explores every execution of each.",
      "PROVED means that all were visited, and none is broken as `judge --list` says."
    })
final class SweepCommand implements Callable<Integer> {
  @Option(
      names = "--cpus",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many CPUs a scenario has at most; 2 if not given.")
  private int cpus;

  @Option(
      names = "--operations",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many operations each of them does at most; 1 if not given.")
  private int operations;

  @Option(
      names = "--interrupts",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many interrupts there are at most, 0 or 1; 0 if not given.")
  private int interrupts;

  @Option(
      names = "--processes",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "How many second processes may take a CPU from the first, or go on on another CPU, at"
              + " most, 0 or 1; 0 if not given.")
  private int processes;

  @Option(
      names = "--variations",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "How many things about the start or an operation are not as usual at most, 0 or 1; 0 if not"
              + " given.")
  private int variations;

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      defaultValue = "corrected",
      description = "Of the protocol; corrected if not given.")
  private String revision;

  @Option(
      names = "--model",
      paramLabel = Models.ALL,
      split = ",",
      defaultValue = "jmm",
      description =
          "Under which memory models, in one pass; jmm, which has the executions of all, if not "
              + "given.")
  private List<String> models;

  @Option(
      names = "--claim",
      paramLabel = "ID",
      split = ",",
      description = "List each scenario in which this claim breaks, as C8.")
  private List<String> claims = List.of();

  @Option(
      names = "--max-executions",
      paramLabel = "N",
      description = "Give up a scenario after so many executions; no limit if not given.")
  private Long maxExecutions;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      description = "Give up after so long, as " + GivenTime.EXAMPLES + "; no limit if not given.")
  private String maxTime;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "1/1",
      description =
          "Only the I-th of N parts, each of which another machine may do. Keep its --results, and "
              + "add them up with `merge`.")
  private String shard;

  @Mixin private ResultsOption results;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "How many scenarios at once; as many as processors if not given.")
  private Integer jobs;

  @Mixin private JsonOption json;

  @Mixin private SweepPageOption report;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Revision of = TypedNames.parse("--revision", List.of(revision), Revision.values()).get(0);
    List<Claim> shown = TypedClaims.parse(claims);
    if (!shown.isEmpty() && !ScenarioQuestion.isWatched(of)) {
      throw new UsageException("in " + of + " no sweep tells of the patch's claims");
    }
    Terms terms = new Terms(Fingerprint.own(), of, Models.parse(models), universe(), bounds());
    if (jobs != null && jobs < 1) {
      throw new UsageException("--jobs " + jobs + ": at least 1");
    }
    Shard part = shard();
    Deadline deadline = deadline();
    JsonFile file = json.open();
    ReportFolder page = report.open();
    List<Scenario> scenarios = part.of(terms.universe().scenarios());
    try (KeptSweep kept = results.open(terms, part, scenarios)) {
      return run(
          new Sweep(of, terms.models(), terms.bounds(), deadline),
          terms,
          part,
          kept,
          shown,
          file,
          page);
    }
  }

  @SuppressWarnings("try")
  private int run(
      Sweep sweep,
      Terms terms,
      Shard part,
      KeptSweep kept,
      List<Claim> shown,
      JsonFile file,
      ReportFolder page)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    StatusLine status = StatusLine.onStderr();
    List<Scenario> todo = kept.todo();
    SweepProgress progress = new SweepProgress(todo, kept.known(), System::nanoTime);
    try (Interruption open = Interruption.calls(sweep::stop)) {
      int workers = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
      List<Swept> found =
          sweep.run(
              todo,
              workers,
              swept -> {
                status.show(progress.done(swept.scenario()));
                if (!kept.keep(swept)) {
                  sweep.stop();
                }
              });
      status.clear();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      int exit =
          new SweepReport(terms, part, kept.all(found), shown)
              .print(List.of(kept.text(Elapsed.text(took))), "not begun", file, page);
      kept.check();
      return exit;
    }
  }

  private Universe universe() {
    try {
      return new Universe(cpus, operations, interrupts, processes, variations);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private Bounds bounds() {
    try {
      return maxExecutions == null
          ? Bounds.DEFAULT
          : new Bounds(Bounds.DEFAULT.loop(), maxExecutions);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private Shard shard() {
    try {
      String[] numbers = shard.split("/", -1);
      if (numbers.length == 2) {
        return new Shard(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
      }
    } catch (NumberFormatException e) {
      throw new UsageException("--shard " + shard + " is no part, as 1/4");
    } catch (IllegalArgumentException e) {
      throw new UsageException("--shard " + e.getMessage());
    }
    throw new UsageException("--shard " + shard + " is no part, as 1/4");
  }

  private Deadline deadline() {
    if (maxTime == null) {
      return Deadline.NONE;
    }
    Duration given = GivenTime.parse("--max-time", maxTime);
    return Deadline.in(given, System::nanoTime, Elapsed.text(given) + " for the run");
  }
}
