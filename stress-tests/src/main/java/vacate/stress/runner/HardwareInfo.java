// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine on which a run was made: a hardware verdict holds for it only.
 *
 * @param cpu the processor's name, or its architecture where it does not tell
 * @param processors that this JVM may use
 * @param jvm name and version
 * @param os name and version
 */
public record HardwareInfo(String cpu, int processors, String jvm, String os) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** This machine. */
  public static HardwareInfo read() {
    return new HardwareInfo(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  /** In one line. */
  @Override
  public String toString() {
    return cpu + ", " + processors + " CPUs, " + jvm + ", " + os;
  }

  private static String processorName() {
    String architecture = System.getProperty("os.arch");
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .map(model -> model + " (" + architecture + ")")
          .orElse(architecture);
    } catch (IOException | UncheckedIOException e) {
      return architecture;
    }
  }
}
