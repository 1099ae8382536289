// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vacate.stress.runner.HardwareInfo;

/**
 * When, where and of what a run was.
 *
 * @param commit the last that has changed the program
 * @param load how many processes had wanted a processor in the minute before it, on the average
 */
record Provenance(Instant begin, HardwareInfo machine, String commit, double load) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** What is more is no longer left over from the build that goes before. */
  private static final double QUIET = 3;

  private static final String SOURCES = ":(top,glob)*/src/main/**";

  static Provenance now() {
    return new Provenance(
        Instant.now(),
        HardwareInfo.read(),
        program(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** In one sentence. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, commit %s, on %s; load average before it began %.1f%s",
        DATE.format(begin),
        commit,
        machine,
        load,
        load > QUIET ? ", so busy that these times mean little" : "");
  }

  /** The last one that has changed the program; what was changed since is no part of it. */
  private static String program() {
    Timed last =
        Timed.run(List.of("git", "log", "-1", "--format=%h", "--abbrev=10", "--", SOURCES));
    Timed changes = Timed.run(List.of("git", "diff", "--quiet", "HEAD", "--", SOURCES));
    return last.output().isEmpty()
        ? "unknown"
        : last.output().get(0) + (changes.exit() == 0 ? "" : " with changes");
  }
}
