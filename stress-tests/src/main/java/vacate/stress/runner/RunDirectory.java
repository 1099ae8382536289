// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import vacate.stress.runner.fork.ForkResult;

/**
 * The directory of one run and in it {@code forks.tsv}, a line for each fork: what is needed to run
 * it again. It is complete up to the last fork that ended, however the run ends.
 */
final class RunDirectory implements AutoCloseable {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  final Path path;
  private final PrintWriter log;

  private RunDirectory(Path path, PrintWriter log) {
    this.path = path;
    this.log = log;
  }

  /**
   * Makes a new one.
   *
   * @throws IOException if that is not possible
   */
  static RunDirectory create(RunOptions options) throws IOException {
    Files.createDirectories(options.root());
    Path path = unused(options.root().toAbsolutePath().resolve(NAME.format(LocalDateTime.now())));
    PrintWriter log = new PrintWriter(Files.newBufferedWriter(path.resolve("forks.tsv")), true);
    log.println("# budget " + options.budget() + ", seed " + options.seed());
    log.println("test\tfork\tmode\tstressSeed\tsampling ms\tstatus\tsamples\tmillis\tmessage");
    return new RunDirectory(path, log);
  }

  private static Path unused(Path wanted) throws IOException {
    for (int i = 1; ; i++) {
      try {
        return Files.createDirectory(i == 1 ? wanted : Path.of(wanted + "-" + i));
      } catch (FileAlreadyExistsException e) {
        // another run began in the same second
      }
    }
  }

  void record(Turn turn, ForkResult result, long millis) {
    log.println(
        String.join(
            "\t",
            turn.test().name(),
            Integer.toString(turn.number()),
            turn.spec().mode().label,
            Integer.toString(turn.spec().stressSeed()),
            Integer.toString(turn.spec().millis()),
            result.status().name(),
            Long.toString(result.samples()),
            Long.toString(millis),
            result.message() == null ? "" : result.message()));
  }

  @Override
  public void close() {
    log.close();
  }
}
