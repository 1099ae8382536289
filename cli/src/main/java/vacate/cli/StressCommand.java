// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vacate.revision.Revision;
import vacate.stress.runner.HardwareTest;
import vacate.stress.runner.RunOptions;
import vacate.stress.runner.StressSuite;
import vacate.stress.runner.TimeBudget;

/** {@code vacate stress}. */
@Command(
    name = "stress",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Run stress tests on this machine's processors and count what they show.",
      "Measures the machine first, and says before it begins what it can decide, and what not."
    })
final class StressCommand implements Callable<Integer> {
  private static final Duration OF_A_SCENARIO = Duration.ofSeconds(30);

  @Option(
      names = "--budget",
      paramLabel = "quick|long|tough",
      defaultValue = "quick",
      description = {
        "quick: the slices, a test for each defect, and the cure of each test that shows one, in 6"
            + " minutes at most;",
        "long: all tests, in 45 minutes; tough: all tests, more of each, in 6 hours."
      })
  private String budget;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description =
          "How long at most, as "
              + GivenTime.EXAMPLES
              + "; tests that cannot be decided are left out.")
  private String time;

  @Mixin private TestsOption tests;

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      description = {
        "Only this one, as 'partial: free(0) | vacate'; `judge --list` explains the language.",
        "For 30 s if --time says nothing else."
      })
  private String scenario;

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      description = "Of the protocol, with --scenario; posted if not given.")
  private String revision;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Start from this seed; without it one is drawn and printed.")
  private Long seed;

  @Mixin private JsonOption json;

  @Mixin private ReportOption folder;

  @Override
  public Integer call() throws IOException {
    TimeBudget what =
        TimeBudget.named(budget)
            .orElseThrow(
                () -> new UsageException("--budget " + budget + " is none of quick, long, tough"));
    if (scenario != null) {
      if (tests.isGiven()) {
        throw new UsageException("--tests and --scenario do not go together");
      }
      folder.refuseWith("--scenario");
      Duration given = time == null ? OF_A_SCENARIO : GivenTime.parse("--time", time);
      return new StressScenario(
              TypedScenario.parse(scenario, revision == null ? Revision.POSTED.label : revision),
              given,
              seed == null ? RunOptions.drawSeed() : seed)
          .run(json.open());
    }
    if (revision != null) {
      throw new UsageException("--revision goes with --scenario");
    }
    List<HardwareTest> suite = StressSuite.tests();
    List<HardwareTest> selected =
        tests.isGiven() ? tests.select(suite, HardwareTest::name) : what.select(suite);
    int others = tests.isGiven() ? 0 : suite.size() - selected.size();
    Duration most = time == null ? what.time : GivenTime.parse("--time", time);
    FinalOutput report = FinalOutput.full(json.open()).alsoIn(folder.open());
    return Job.runAll(List.of(new StressJob(selected, others, what, most, seed)), report);
  }
}
