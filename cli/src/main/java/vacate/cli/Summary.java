// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vacate.claim.Row;
import vacate.claim.Standing;

/** The last line of a report. */
final class Summary {
  private Summary() {}

  static String of(List<Row> rows) {
    if (rows.isEmpty()) {
      return "nothing was run";
    }
    List<Row> known = rows.stream().filter(row -> row.standing() != Standing.INTERRUPTED).toList();
    if (known.size() < rows.size()) {
      int unknown = rows.size() - known.size();
      String missing = Count.of(unknown, "verdict") + (unknown == 1 ? " is" : " are") + " missing";
      return "interrupted: " + missing + "; otherwise " + of(known);
    }
    int asDeclared = count(rows, Standing.AS_DECLARED);
    if (asDeclared == rows.size()) {
      return (asDeclared == 1 ? "" : "all ") + Count.of(asDeclared, "verdict") + " as declared";
    }
    String sum = asDeclared + " of " + Count.of(rows.size(), "verdict") + " as declared";
    int not = count(rows, Standing.DIFFERS, Standing.MISSING);
    int undecided = count(rows, Standing.UNDECIDED);
    int leftOut = count(rows, Standing.LEFT_OUT);
    List<String> open = new ArrayList<>();
    if (undecided > 0) {
      open.add(undecided + " undecided");
    }
    if (leftOut > 0) {
      open.add(leftOut + " left out");
    }
    return sum
        + (not == 0 ? "" : ", " + not + " not" + see(not, "!!"))
        + (open.isEmpty()
            ? ""
            : ", " + String.join(" and ", open) + see(undecided + leftOut, "??"));
  }

  private static String see(int rows, String mark) {
    return ": see the row" + (rows == 1 ? "" : "s") + " marked " + mark;
  }

  private static int count(List<Row> rows, Standing... standings) {
    return (int) rows.stream().filter(row -> Set.of(standings).contains(row.standing())).count();
  }
}
