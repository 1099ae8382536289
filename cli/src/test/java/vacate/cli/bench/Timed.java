// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A process that was run to its end.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of processor, in it and its children, user and system
 * @param exit its exit code
 * @param output the lines of its standard output
 */
record Timed(double wall, double cpu, int exit, List<String> output) {
  private static final String SCRIPT = "\"$@\" >\"$0\"; code=$?; times; exit $code";
  private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+[.,]\\d+)s");

  /** Runs a program; nobody hears what it says on standard error. */
  static Timed run(List<String> command) {
    try {
      Path output = Files.createTempFile("timed", ".txt");
      List<String> inShell = new ArrayList<>(List.of("sh", "-c", SCRIPT, output.toString()));
      inShell.addAll(command);
      long begin = System.nanoTime();
      Process process = new ProcessBuilder(inShell).redirectError(Redirect.DISCARD).start();
      String times = new String(process.getInputStream().readAllBytes());
      int exit = process.waitFor();
      double wall = (System.nanoTime() - begin) / 1e9;
      List<String> lines = Files.readAllLines(output);
      Files.delete(output);
      return new Timed(wall, cpu(times), exit, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted in " + command, e);
    }
  }

  /** Runs a class of this class path in a JVM of its own, which must end well. */
  static Timed java(Class<?> main, List<String> flags, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Timed run = run(command);
    if (run.exit != 0) {
      throw new IllegalStateException(
          main.getSimpleName() + " " + List.of(arguments) + " ended with " + run.exit);
    }
    return run;
  }

  /**
   * What the shell's {@code times} says of its children, in seconds.
   *
   * @throws IllegalArgumentException if it is not what {@code times} says
   */
  static double cpu(String times) {
    List<MatchResult> found = TIME.matcher(times).results().toList();
    if (found.size() != 4) {
      throw new IllegalArgumentException("not what times(1) says: " + times);
    }
    return seconds(found.get(2)) + seconds(found.get(3));
  }

  private static double seconds(MatchResult time) {
    return Integer.parseInt(time.group(1)) * 60
        + Double.parseDouble(time.group(2).replace(',', '.'));
  }
}
