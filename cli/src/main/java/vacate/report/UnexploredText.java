// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Explored;
import vacate.claim.Finding;

/** How many of the tests have executions that Java allows and the explorer does not show. */
final class UnexploredText {
  private UnexploredText() {}

  /** One sentence. A test that is evidence for several things counts once. */
  static String of(List<Finding> findings) {
    Map<String, String> byTest = new HashMap<>();
    for (Finding finding : findings) {
      if (finding instanceof Explored explored && explored.loadBuffering() != null) {
        byTest.put(explored.test(), explored.loadBuffering());
      }
    }
    if (byTest.isEmpty()) {
      return "Load buffering, which only jmm has, is not explored.";
    }
    long undecided = count(byTest, "undecided");
    return "Load buffering is not explored: under jmm it is impossible in "
        + count(byTest, "impossible")
        + " of "
        + FindingText.count(byTest.size(), "test")
        + ", possible in "
        + count(byTest, "possible")
        + (undecided == 0 ? "." : ", and not ruled out in " + undecided + " not exhausted.");
  }

  private static long count(Map<String, String> byTest, String word) {
    return byTest.values().stream().filter(word::equals).count();
  }
}
