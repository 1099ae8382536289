// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.lincheck.Budget;
import vacate.lincheck.Grain;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;
import vacate.revision.Revision;

/** {@code vacate lincheck}. */
@Command(
    name = "lincheck",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Check linearizability over interleavings, to a stated depth or to exhaustion.")
final class LincheckCommand implements Callable<Integer> {
  @Mixin private TestsOption tests;

  @Option(
      names = "--budget",
      paramLabel = "quick|long|tough",
      defaultValue = "quick",
      description =
          "How many runs: a few minutes of them, ten times, or two hundred times as many.")
  private String budget;

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      description =
          "Only this one, an operation for each CPU, as 'full: free(0) | vacate'; `judge --list` "
              + "explains the language.")
  private String scenario;

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      description = "Of the protocol, with --scenario; posted if not given.")
  private String revision;

  @Option(
      names = "--grain",
      paramLabel = "fine|coarse",
      description =
          "With --scenario: whether a switch may come before every access, or what no other can get "
              + "between is one step; fine if not given.")
  private String grain;

  @Mixin private JsonOption json;

  @Mixin private ReportOption folder;

  @Override
  public Integer call() throws IOException {
    Budget runs =
        Budget.named(budget)
            .orElseThrow(
                () -> new UsageException("--budget " + budget + " is none of quick, long, tough"));
    if (scenario != null) {
      if (tests.isGiven()) {
        throw new UsageException("--tests and --scenario do not go together");
      }
      folder.refuseWith("--scenario");
      return typed(runs).run(json.open());
    }
    if (revision != null || grain != null) {
      throw new UsageException("--revision and --grain go with --scenario");
    }
    LincheckJob job = new LincheckJob(tests.select(LincheckJudge.trials(), Trial::name), runs);
    return Job.runAll(List.of(job), FinalOutput.full(json.open()).alsoIn(folder.open()));
  }

  private LincheckScenario typed(Budget runs) {
    String of = revision == null ? Revision.POSTED.label : revision;
    return new LincheckScenario(
        TypedScenario.parse(scenario, of), grain(), runs.runs(LincheckJudge.TYPED));
  }

  private Grain grain() {
    return grain == null
        ? Grain.FINE
        : Arrays.stream(Grain.values())
            .filter(g -> g.label.equals(grain))
            .findFirst()
            .orElseThrow(
                () -> new UsageException("--grain " + grain + " is neither fine nor coarse"));
  }
}
