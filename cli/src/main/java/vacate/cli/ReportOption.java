// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import vacate.report.ReportFolder;

/** The {@code --report} option of the commands that judge the patch. */
final class ReportOption {
  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write index.html to read, junit.xml, results.sarif and summary.md there too; "
              + "each is replaced when the run is over.")
  private Path path;

  @Option(
      names = "--no-machine",
      description = "Leave machine, seeds and times out of the report: same verdicts, same bytes.")
  private boolean anonymous;

  /**
   * Nothing is written with some options, and to say nothing of it would be to lose it.
   *
   * @throws UsageException if a report is asked for
   */
  void refuseWith(String option) {
    if (path != null) {
      throw new UsageException("--report and " + option + " do not go together");
    }
  }

  /**
   * The folder, known to be writable; null if none is asked for.
   *
   * @throws UsageException if it cannot be written
   */
  ReportOutput open() {
    if (path == null) {
      return null;
    }
    try {
      return new ReportOutput(ReportFolder.at(path), !anonymous);
    } catch (IOException e) {
      throw new UsageException("--report " + e.getMessage());
    }
  }
}
