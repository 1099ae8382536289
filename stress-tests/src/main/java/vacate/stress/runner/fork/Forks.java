// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.Verbosity;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;

/**
 * Starts forks, waits for them and, if need be, kills them. Each leaves in its test's directory its
 * result, which {@code jcstress.jar -p FILE} makes a report of, or, if it has none, what it
 * printed. Safe for use by several threads.
 */
public final class Forks implements AutoCloseable {
  private final Path directory;
  private final ForkLink link = new ForkLink();
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Opens the link to the forks.
   *
   * @param directory existing; each test gets one below it
   * @throws IOException if the link cannot be opened
   */
  public Forks(Path directory) throws IOException {
    this.directory = directory.toAbsolutePath();
  }

  /**
   * Runs one fork to its end. It never throws for what the fork does.
   *
   * @param number of the fork, for the names of its files
   * @param limit time after which the fork is killed
   * @throws IOException if the directory cannot be written or no process can be started
   */
  public ForkResult run(ForkSpec spec, int number, Duration limit) throws IOException {
    TestConfig job = Jobs.of(spec, number);
    Path home = Files.createDirectories(directory.resolve(spec.test()));
    Path files =
        home.resolve(String.format("%04d-%s", number, spec.mode().name().toLowerCase(Locale.ROOT)));
    Path log = Path.of(files + ".log");
    int token = link.offer(job);
    List<String> line =
        ForkCommand.line(spec, directives(home, job, spec.mode()), link.host(), link.port(), token);
    Process process = start(line, home, log);
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      kill(process);
      TestResult result = link.collect(token);
      if (result != null) {
        keep(result, Path.of(files + ".bin.gz"));
        ForkResult read = ResultReader.read(result);
        if (read.status() == ForkResult.Status.DONE) {
          Files.deleteIfExists(log);
        }
        return read;
      }
      return ended ? died(process, log) : hung(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopped();
    } finally {
      kill(process);
      running.remove(process);
    }
  }

  /** Kills every fork; those that are running and those to come end as stopped. */
  public void stop() {
    stopped.countDown();
    running.forEach(Forks::kill);
  }

  @Override
  public void close() {
    stop();
    link.close();
  }

  /** The pipe to it stays open for as long as we are there, which is what it watches. */
  private Process start(List<String> line, Path home, Path log) throws IOException {
    Process process =
        new ProcessBuilder(line)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    running.add(process);
    if (stopped.getCount() == 0) {
      kill(process);
    }
    return process;
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /**
   * An interrupt from the terminal reaches the forks as well, maybe before it reaches {@link
   * #stop}.
   */
  private ForkResult died(Process process, Path log) throws IOException, InterruptedException {
    if (stopped.await(process.waitFor() >= 128 ? 1000 : 0, TimeUnit.MILLISECONDS)) {
      return stopped();
    }
    String cause =
        Files.readAllLines(log).stream()
            .map(text -> text.replaceFirst("^#", "").strip())
            .filter(text -> !text.isEmpty() && !text.endsWith("compiler directives added"))
            .findFirst()
            .map(text -> ": " + text)
            .orElse("");
    return ForkResult.failed(
        ForkResult.Status.FAILED, "the JVM ended with exit code " + process.exitValue() + cause);
  }

  private ForkResult hung(Duration limit) {
    return stopped.getCount() == 0
        ? stopped()
        : ForkResult.failed(
            ForkResult.Status.TIMEOUT,
            "timeout: its JVM did not come back within " + limit.toSeconds() + " s");
  }

  private static ForkResult stopped() {
    return ForkResult.failed(ForkResult.Status.STOPPED, "stopped");
  }

  /** Who compiles what, and what is inlined: one file for all forks of a test in a mode. */
  static Path directives(Path home, TestConfig job, Mode mode) throws IOException {
    Path file = home.resolve(mode.name().toLowerCase(Locale.ROOT) + ".directives");
    if (!Files.exists(file)) {
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
        job.generateDirectives(out, new Verbosity(0));
      }
    }
    return file;
  }

  private static void keep(TestResult result, Path file) throws IOException {
    DiskWriteCollector disk = new DiskWriteCollector(file.toString());
    disk.add(result);
    disk.close();
  }
}
