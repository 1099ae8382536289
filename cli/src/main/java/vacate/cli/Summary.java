// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import vacate.claim.Row;

/** The last line of a report. */
final class Summary {
  private Summary() {}

  static String of(List<Row> rows) {
    if (rows.isEmpty()) {
      return "nothing was run";
    }
    List<Row> known = rows.stream().filter(row -> !Job.INTERRUPTED.equals(row.reason())).toList();
    if (known.size() < rows.size()) {
      int unknown = rows.size() - known.size();
      String missing = Count.of(unknown, "verdict") + (unknown == 1 ? " is" : " are") + " missing";
      return "interrupted: " + missing + "; otherwise " + of(known);
    }
    long asDeclared = rows.stream().filter(Row::asExpected).count();
    if (asDeclared == rows.size()) {
      return (asDeclared == 1 ? "" : "all ") + Count.of(asDeclared, "verdict") + " as declared";
    }
    return asDeclared
        + " of "
        + Count.of(rows.size(), "verdict")
        + " as declared, "
        + (rows.size() - asDeclared)
        + " not: see the row"
        + (rows.size() - asDeclared == 1 ? "" : "s")
        + " marked !!";
  }
}
