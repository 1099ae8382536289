// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.lincheck.Budget;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;

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

  @Mixin private JsonOption json;

  @Mixin private ReportOption folder;

  @Override
  public Integer call() throws IOException {
    Budget runs =
        Budget.named(budget)
            .orElseThrow(
                () -> new UsageException("--budget " + budget + " is none of quick, long, tough"));
    LincheckJob job = new LincheckJob(tests.select(LincheckJudge.trials(), Trial::name), runs);
    return Job.runAll(List.of(job), FinalOutput.full(json.open()).alsoIn(folder.open()));
  }
}
