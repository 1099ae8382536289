// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.stress.runner.Budget;
import vacate.stress.runner.StressSuite;
import vacate.stress.runner.StressTest;

/** {@code vacate stress}. */
@Command(
    name = "stress",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Run the stress tests on this machine's processors and count what they show.")
final class StressCommand implements Callable<Integer> {
  @Option(
      names = "--budget",
      paramLabel = "quick|default|tough",
      defaultValue = "quick",
      description = "How long: about 6 minutes, half an hour, or 6 hours for the whole suite.")
  private String budget;

  @Mixin private TestsOption tests;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Start from this seed; without it one is drawn and printed.")
  private Long seed;

  @Mixin private JsonOption json;

  @Mixin private ReportOption folder;

  @Override
  public Integer call() throws IOException {
    Budget time =
        Budget.named(budget)
            .orElseThrow(
                () ->
                    new UsageException("--budget " + budget + " is none of quick, default, tough"));
    List<StressTest> selected = tests.select(StressSuite.tests(), StressTest::name);
    Report report = Report.full(json.open()).alsoIn(folder.open());
    return Job.runAll(List.of(new StressJob(selected, time, seed)), report);
  }
}
