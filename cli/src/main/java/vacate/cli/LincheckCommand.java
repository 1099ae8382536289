// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vacate lincheck}. */
@Command(
    name = "lincheck",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Check linearizability over interleavings, to a stated depth or to exhaustion.")
final class LincheckCommand implements Callable<Integer> {
  @Option(
      names = "--tests",
      paramLabel = "REGEX",
      description = "Only the scenarios in whose name this is found.")
  private String tests;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    LincheckJob job = LincheckJob.of(tests);
    return Job.runAll(List.of(job), Report.full(json.open()));
  }
}
