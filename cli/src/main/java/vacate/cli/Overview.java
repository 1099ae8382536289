// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Finding;
import vacate.claim.Judge;

/**
 * Fewer lines to read: Lincheck's scenarios, and what the explorer says of tests and models, become
 * one line where they are evidence for the same thing, in the same revision and with the same
 * verdict. Findings that are not as declared stay alone.
 */
final class Overview {
  private Overview() {}

  static List<TableLine> of(List<Finding> findings) {
    Map<Object, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : findings) {
      groups.computeIfAbsent(group(finding), key -> new ArrayList<>()).add(finding);
    }
    return groups.values().stream().map(TableLine::new).toList();
  }

  private static Object group(Finding finding) {
    return finding.judge() != Judge.JCSTRESS && finding.asExpected()
        ? List.of(
            finding.topics(),
            String.valueOf(finding.revision()),
            finding.judge(),
            finding.verdict(),
            finding.expected())
        : new Object();
  }
}
