// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.ExitCode;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.story.Wrap;
import vacate.stress.runner.Interruption;
import vacate.universe.Sweep;
import vacate.universe.SweepSummary;
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
  private static final int SHOWN = 5;
  private static final String INDENT = "  ";

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
      names = "--revision",
      paramLabel = "NAME",
      defaultValue = "corrected",
      description = "Of the protocol; corrected if not given.")
  private String revision;

  @Option(
      names = "--model",
      paramLabel = Models.ONE,
      defaultValue = "jmm",
      description = "Under which memory model; jmm, which has the executions of all, if not given.")
  private String model;

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
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "How many scenarios at once; as many as processors if not given.")
  private Integer jobs;

  @Override
  @SuppressWarnings("try")
  public Integer call() throws InterruptedException {
    Revision of = TypedNames.parse("--revision", List.of(revision), Revision.values()).get(0);
    MemoryModel under = Models.parse(model);
    if (jobs != null && jobs < 1) {
      throw new UsageException("--jobs " + jobs + ": at least 1");
    }
    Universe universe = universe();
    List<Scenario> scenarios = universe.scenarios();
    Sweep sweep = new Sweep(of, under, bounds(), deadline());
    StatusLine status = StatusLine.onStderr();
    long began = System.nanoTime();
    try (Interruption open = Interruption.calls(sweep::stop)) {
      int workers = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
      SweepSummary summary =
          SweepSummary.of(
              sweep.run(
                  scenarios, workers, n -> status.show(progress(n, scenarios.size(), began))));
      status.clear();
      int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      lines(of, under, universe, summary, took, width).forEach(System.out::println);
      return exit(summary.verdict());
    }
  }

  private Universe universe() {
    try {
      return new Universe(cpus, operations);
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

  private Deadline deadline() {
    if (maxTime == null) {
      return Deadline.NONE;
    }
    Duration given = GivenTime.parse("--max-time", maxTime);
    return Deadline.in(given, System::nanoTime, Elapsed.text(given) + " for the run");
  }

  private static String progress(int done, int all, long began) {
    Duration left = Duration.ofNanos((System.nanoTime() - began) / done * (all - done));
    return done + " of " + all + " scenarios, about " + Elapsed.text(left) + " to go";
  }

  private static int exit(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> ExitCode.PROVED;
      case REFUTED -> ExitCode.REFUTED;
      case NOT_RUN -> ExitCode.NOT_RUN;
      default -> ExitCode.BOUNDED;
    };
  }

  private static List<String> lines(
      Revision revision,
      MemoryModel model,
      Universe universe,
      SweepSummary s,
      Duration took,
      int width) {
    List<String> lines = new ArrayList<>();
    lines.add(
        s.verdict()
            + " "
            + revision
            + " under "
            + model.id()
            + (s.broken().isEmpty() ? "" : ", broken in " + s.refuted())
            + (s.verdict() == Verdict.PROVED ? " in all " : " of ")
            + s.scenarios()
            + " scenarios of "
            + universe);
    lines.add(
        INDENT
            + s.executions()
            + " executions, "
            + s.blocked()
            + " blocked, "
            + Elapsed.text(took));
    s.assumed().forEach((what, n) -> lines.add(INDENT + "assumes " + what + ", in " + n));
    if (s.buffering() > 0) {
      lines.add(INDENT + "load buffering is not explored, and not ruled out in " + s.buffering());
    }
    for (Map.Entry<String, List<Scenario>> what : s.broken().entrySet()) {
      lines.add("");
      Wrap.at(width, what.getKey() + ", in " + what.getValue().size()).forEach(lines::add);
      what.getValue().stream().limit(SHOWN).forEach(scenario -> lines.add(INDENT + scenario));
    }
    if (!s.undecided().isEmpty()) {
      lines.add("");
      lines.add("not decided, " + s.undecided().size());
      s.undecided().entrySet().stream()
          .limit(SHOWN)
          .forEach(
              e ->
                  Wrap.at(width - INDENT.length(), e.getKey() + ": " + e.getValue())
                      .forEach(line -> lines.add(INDENT + line)));
    }
    if (s.notBegun() > 0) {
      lines.add("");
      lines.add("not begun, " + s.notBegun());
    }
    return lines;
  }
}
