// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.List;

/**
 * One execution that has an outcome: the smallest of those compared, by departures from program
 * order and then by context switches.
 *
 * @param token rebuilds exactly this execution, see {@link Explorer#replay}
 * @param lines the execution as columns, one for each actor, with what passed what at the end
 */
public record Witness(String token, List<String> lines) {
  public Witness {
    lines = List.copyOf(lines);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
