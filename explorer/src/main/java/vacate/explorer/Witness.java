// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;

/**
 * One execution that has an outcome: of all that were visited the one with the fewest departures
 * from program order, and then the fewest context switches, as it is printed.
 *
 * @param token rebuilds exactly this execution, see {@link Explorer#replay}
 * @param execution its events and what relates them
 */
public record Witness(String token, ExecutionGraph execution) {
  /** The execution as columns, one for each actor, with what passed what at the end. */
  public List<String> lines() {
    return new WitnessPrinter(execution).print();
  }

  /** The lines, and the outcome below them. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(lines());
    String outcome = execution.outcome();
    lines.add("outcome: " + (outcome == null ? "none, it waits" : outcome));
    return String.join("\n", lines);
  }
}
