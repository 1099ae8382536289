// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a fork. */
final class ForkCommand {
  /**
   * What every fork has. Results are padded against false sharing, as jcstress wants it; the serial
   * collector starts fastest, needs no thread beside the actors and adds no fence to a store of a
   * reference. A flag that this JVM lacks is no reason not to run.
   */
  private static final List<String> COMMON =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-RestrictContended",
          "-XX:-UsePerfData",
          "-XX:+UseSerialGC",
          "-XX:-CreateCoredumpOnCrash",
          "-Xms" + ForkOptions.HEAP_MB + "m",
          "-Xmx" + ForkOptions.HEAP_MB + "m");

  private ForkCommand() {}

  /** Those of the JVM that a reader of the records wants to know: the mode and its seed. */
  static List<String> modeFlags(ForkSpec spec) {
    return spec.mode().flags(spec.stressSeed());
  }

  /** The whole command; the fork gets its work with the token from host and port. */
  static List<String> line(ForkSpec spec, Path directives, String host, int port, int token) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-cp");
    line.add(classPath());
    line.addAll(COMMON);
    line.addAll(modeFlags(spec));
    line.addAll(spec.flags());
    line.add("-XX:CompilerDirectivesFile=" + directives);
    line.add(Forked.class.getName());
    line.add(host);
    line.add(Integer.toString(port));
    line.add(Integer.toString(token));
    return line;
  }

  /** Ours, absolute: a fork has its own working directory. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
