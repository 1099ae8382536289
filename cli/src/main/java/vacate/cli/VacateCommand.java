// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vacate}: a {@link Tour}. */
@Command(
    name = "vacate",
    mixinStandardHelpOptions = true,
    version = "vacate 0.1.0-SNAPSHOT",
    sortOptions = false,
    subcommands = {
      VerifyCommand.class,
      BarriersCommand.class,
      MutantsCommand.class,
      ExploreCommand.class,
      LincheckCommand.class,
      ReproduceCommand.class,
      HistoryCommand.class,
      JudgeCommand.class,
      SweepCommand.class,
      MergeCommand.class,
      StressCommand.class
    },
    description = {
      "Checks Linux' kmem_cache_vacate patch of June 2007, and what cures it.",
      "Without a command: a tour of a minute that ends in the matrix of its claims."
    },
    footer = {
      "",
      "Exit code: 0 every verdict as declared, 1 some verdict differs, 2 usage, "
          + "3 bounded or inconclusive where more was declared, 4 could not run, 70 internal error, "
          + "130 interrupted, 141 whoever read the output wanted no more before all was run."
    })
final class VacateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private JsonOption json;

  @Mixin private ReportOption folder;

  @Override
  public Integer call() throws IOException {
    FinalOutput report = FinalOutput.matrixOnly(json.open()).alsoIn(folder.open());
    return new Tour(spec.commandLine(), System.out).run(report);
  }
}
