// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The processors that we may use. Two of them that share a core share its caches, and what one does
 * to the other's timing is not what another core would do; so each actor gets a core of its own
 * where there are enough.
 *
 * @param cores at least 1
 * @param cpus hardware threads, at least as many
 */
public record Topology(int cores, int cpus) {
  private static final Path SYSTEM = Path.of("/sys/devices/system/cpu");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  public Topology {
    if (cores < 1 || cpus < cores) {
      throw new IllegalArgumentException(cores + " cores, " + cpus + " CPUs");
    }
  }

  /** This machine's, as far as this process may use it. */
  public static Topology read() {
    int cpus = Runtime.getRuntime().availableProcessors();
    try (Stream<String> status = Files.lines(STATUS)) {
      String allowed =
          status
              .filter(line -> line.startsWith(ALLOWED))
              .map(line -> line.substring(ALLOWED.length()).strip())
              .findFirst()
              .orElseThrow(() -> new IOException("no " + ALLOWED));
      return read(SYSTEM, allowed, cpus);
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return new Topology(cpus, cpus);
    }
  }

  /**
   * That of a Linux system.
   *
   * @param system what {@code /sys/devices/system/cpu} is there
   * @param allowed the processors that we may run on, as {@code 0-3,8}
   * @param cpus how many of them at a time
   * @throws IOException if the system does not say which of them share a core
   */
  static Topology read(Path system, String allowed, int cpus) throws IOException {
    Set<String> cores = new HashSet<>();
    for (int cpu : numbers(allowed)) {
      Path siblings = system.resolve("cpu" + cpu).resolve("topology/thread_siblings_list");
      cores.add(Files.readString(siblings).strip());
    }
    return new Topology(Math.max(1, Math.min(cores.size(), cpus)), cpus);
  }

  private static int[] numbers(String list) {
    return Stream.of(list.split(","))
        .map(range -> range.split("-"))
        .flatMapToInt(
            range ->
                IntStream.rangeClosed(
                    Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1])))
        .toArray();
  }

  /** Cores that are kept for so many actors; all of them if there are not enough. */
  int coresFor(int actors) {
    return Math.min(actors, cores);
  }

  /** Whether so many actors have to take turns on the processors. */
  boolean isShared(int actors) {
    return actors > cpus;
  }
}
