// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that a user may type, and how it went each time.
 *
 * @param name what it is, on the page
 * @param rounds how often it is measured
 * @param known how many complete executions it must visit; -1 if that is not known
 * @param exhausts whether each test must be explored to its end
 * @param arguments of {@code ./vacate explore}
 */
record ShellWork(
    String name, int rounds, long known, boolean exhausts, List<String> arguments, List<Run> runs) {
  /** Of which the number of executions is only known once it was run. */
  static final long UNKNOWN = -1;

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  /**
   * One time.
   *
   * @param exploring seconds for which each test says that it was explored
   */
  record Run(double wall, double cpu, double exploring, int tests, long executions, long blocked) {}

  ShellWork(
      String name, int rounds, long known, boolean exhausts, List<String> arguments, int jobs) {
    this(name, rounds, known, exhausts, withJobs(arguments, jobs), new ArrayList<>());
  }

  private static List<String> withJobs(List<String> arguments, int jobs) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--jobs", String.valueOf(jobs)));
    return List.copyOf(all);
  }

  /**
   * Does it once more.
   *
   * @throws IllegalStateException if it does not come to what it must
   */
  void run() {
    try {
      Path json = Files.createTempFile("explored", ".json");
      List<String> command =
          new ArrayList<>(List.of(HOME.resolve("vacate").toString(), "explore", "--json"));
      command.add(json.toString());
      command.addAll(arguments);
      Timed timed = Timed.run(command);
      runs.add(read(timed, JSON.std.mapFrom(json.toFile())));
      Files.delete(json);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * What a report comes to.
   *
   * @throws IllegalStateException if that is not what it must
   */
  Run read(Timed timed, Map<String, Object> report) {
    long executions = 0;
    long blocked = 0;
    double millis = 0;
    List<?> tests = (List<?>) report.get("tests");
    for (Object entry : tests) {
      Map<?, ?> test = (Map<?, ?>) entry;
      if (test.get("verdict").equals("NOT_RUN") || exhausts && test.get("reason") != null) {
        throw new IllegalStateException(name + " is not exhausted: " + test);
      }
      executions += ((Number) test.get("executions")).longValue();
      blocked += ((Number) test.get("blocked")).longValue();
      millis += ((Number) test.get("millis")).doubleValue();
    }
    if (known != UNKNOWN && executions != known) {
      throw new IllegalStateException(name + ": " + executions + " executions, not " + known);
    }
    if (exhausts && !runs.isEmpty() && runs.get(0).executions != executions) {
      throw new IllegalStateException(name + ": another number of executions, " + executions);
    }
    return new Run(timed.wall(), timed.cpu(), millis / 1e3, tests.size(), executions, blocked);
  }

  Run last() {
    return runs.get(runs.size() - 1);
  }

  Samples wall() {
    return new Samples(runs.stream().map(Run::wall).toList());
  }

  Samples cpu() {
    return new Samples(runs.stream().map(Run::cpu).toList());
  }
}
