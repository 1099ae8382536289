// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The {@code --json} option that every command has. */
final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the results as JSON too; the file is replaced when the run is over.")
  private Path path;

  /**
   * The file, known to be writable; null if none is asked for.
   *
   * @throws UsageException if it cannot be written
   */
  JsonFile open() {
    return path == null ? null : JsonFile.at(path);
  }

  /** Whether a file is asked for. */
  boolean isGiven() {
    return path != null;
  }
}
