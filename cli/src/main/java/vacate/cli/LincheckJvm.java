// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vacate.lincheck.LincheckJudge;

/** A JVM with what Lincheck wants, of which nobody else should have any. */
final class LincheckJvm {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private LincheckJvm() {}

  /** A new folder for what one leaves behind. */
  static Path folder() throws IOException {
    return Files.createDirectories(
        Path.of(
            System.getProperty("vacate.home", "."),
            "results",
            "lincheck",
            NAME.format(LocalDateTime.now()) + "-" + ProcessHandle.current().pid()));
  }

  /**
   * Starts one; what it says on standard error goes to a file.
   *
   * @param folder for that file
   */
  static Process start(Class<?> main, Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LincheckJudge.jvmFlags());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(folder.resolve("stderr.txt").toFile()).start();
  }
}
