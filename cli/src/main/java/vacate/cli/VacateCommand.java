// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vacate.stress.runner.Budget;
import vacate.stress.runner.StressSuite;

/** {@code vacate}: the main job, all judges on a quick budget. */
@Command(
    name = "vacate",
    mixinStandardHelpOptions = true,
    version = "vacate 0.1.0-SNAPSHOT",
    sortOptions = false,
    subcommands = {
      VerifyCommand.class,
      BarriersCommand.class,
      ExploreCommand.class,
      LincheckCommand.class,
      ReproduceCommand.class,
      StressCommand.class
    },
    description = {
      "Checks Linux' kmem_cache_vacate patch of June 2007, and what cures it.",
      "Without a command: all judges on a quick budget, and one table."
    },
    footer = {
      "",
      "Exit code: 0 every verdict as declared, 1 some verdict differs, 2 usage,",
      "3 bounded or inconclusive where more was declared, 4 could not run, 70 internal error."
    })
final class VacateCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    Report report = Report.overview(json.open());
    return Job.runAll(
        List.of(
            LincheckJob.of(null, vacate.lincheck.Budget.QUICK),
            new StressJob(StressSuite.tests(), Budget.QUICK, null)),
        report);
  }
}
