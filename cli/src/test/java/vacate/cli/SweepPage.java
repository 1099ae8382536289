// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code docs/sweeps.md} shows of sweeps, but for how long they took. */
final class SweepPage {
  private static final Path PAGE = Path.of("..", "docs", "sweeps.md");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^    \\./vacate (sweep.*)\n\n((?:    (?!\\./vacate ).*\n|\n)+)");
  private static final String TIME = "(?m)^explored in .*\n";

  /** A command, and what stands below it. */
  record Shown(String command, String shown) {
    @Override
    public String toString() {
      return command;
    }
  }

  private SweepPage() {}

  /** All that a section of the page shows. */
  static List<Shown> under(String heading) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("\n## " + heading + "\n");
    int end = page.indexOf("\n## ", begin + 1);
    return COMMAND
        .matcher(page.substring(begin, end < 0 ? page.length() : end + 1))
        .results()
        .map(
            r ->
                new Shown(
                    r.group(1), timeless(r.group(2).replaceAll("(?m)^    ", "").strip() + "\n")))
        .toList();
  }

  /** What a sweep prints, without how long it took. */
  static String timeless(String printed) {
    return printed.replaceAll(TIME, "");
  }
}
