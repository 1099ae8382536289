// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import vacate.report.ReportFolder;

/** The {@code --report} option of the commands that judge scenarios by the thousand. */
final class SweepPageOption {
  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write index.html to read there: what is broken, and each claim, in which scenarios; it is "
              + "replaced when the run is over.")
  private Path path;

  /**
   * The folder, known to be writable; null if none is asked for.
   *
   * @throws UsageException if it cannot be written
   */
  ReportFolder open() {
    if (path == null) {
      return null;
    }
    try {
      return ReportFolder.at(path, List.of("index.html"));
    } catch (IOException e) {
      throw new UsageException("--report " + e.getMessage());
    }
  }
}
