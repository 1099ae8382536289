// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;

/**
 * Something that a monitor has found.
 *
 * @param what in one line
 * @param notes what the monitor has noted of each of the executions, values of its own kind
 * @param witnesses the executions that show it, each the first of its kind in the search
 */
public record MonitorReport(String what, List<?> notes, List<Witness> witnesses) {
  public MonitorReport {
    notes = List.copyOf(notes);
    witnesses = List.copyOf(witnesses);
  }
}
