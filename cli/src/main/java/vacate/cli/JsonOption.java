// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The {@code --json} option that every command has. */
final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write the results as JSON too; the file is replaced when the run is over. With - they go "
              + "to standard output, and all else to standard error.")
  private Path path;

  /**
   * The file, known to be writable; null if none is asked for.
   *
   * @throws UsageException if it cannot be written
   */
  JsonFile open() {
    if (path == null) {
      return null;
    }
    if (path.toString().equals("-")) {
      JsonFile out = JsonFile.on(System.out);
      System.setOut(System.err);
      return out;
    }
    return JsonFile.at(path);
  }

  /**
   * Nothing is written with some options, and to say nothing of it would be to lose it.
   *
   * @throws UsageException if a file is asked for
   */
  void refuseWith(String option) {
    if (path != null) {
      throw new UsageException("--json and " + option + " do not go together");
    }
  }

  /** Whether a file is asked for. */
  boolean isGiven() {
    return path != null;
  }
}
