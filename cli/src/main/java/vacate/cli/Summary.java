// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vacate.claim.Finding;
import vacate.claim.Standing;

/** The last line of a report. */
final class Summary {
  private Summary() {}

  static String of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "nothing was run";
    }
    List<Finding> known =
        findings.stream().filter(finding -> finding.standing() != Standing.INTERRUPTED).toList();
    if (known.size() < findings.size()) {
      int unknown = findings.size() - known.size();
      String missing = Count.of(unknown, "verdict") + (unknown == 1 ? " is" : " are") + " missing";
      return "interrupted: " + missing + "; otherwise " + of(known);
    }
    int asDeclared = count(findings, Standing.AS_DECLARED);
    if (asDeclared == findings.size()) {
      return (asDeclared == 1 ? "" : "all ") + Count.of(asDeclared, "verdict") + " as declared";
    }
    String sum = asDeclared + " of " + Count.of(findings.size(), "verdict") + " as declared";
    int not = count(findings, Standing.DIFFERS, Standing.MISSING);
    int undecided = count(findings, Standing.UNDECIDED);
    int leftOut = count(findings, Standing.LEFT_OUT);
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

  private static String see(int findings, String mark) {
    return ": see the row" + (findings == 1 ? "" : "s") + " marked " + mark;
  }

  private static int count(List<Finding> findings, Standing... standings) {
    return (int)
        findings.stream().filter(finding -> Set.of(standings).contains(finding.standing())).count();
  }
}
