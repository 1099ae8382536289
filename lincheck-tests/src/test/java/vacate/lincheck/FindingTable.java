// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.List;
import java.util.stream.Collectors;
import vacate.claim.Interleaved;

/** Findings as a text table, a line each. */
final class FindingTable {
  private static final String FORMAT = "%-62s %-8s %7s runs  depth %-2s %6.1f s  %s";

  private FindingTable() {}

  /** One of them: scenario, verdict, how far it came, how long it took, why. */
  private static String line(Interleaved of) {
    return String.format(
        FORMAT,
        of.test(),
        of.verdict(),
        of.extent().runs(),
        of.extent().depth(),
        of.millis() / 1000.0,
        of.reason());
  }

  /** All of them. */
  static String of(List<Interleaved> findings) {
    return findings.stream().map(FindingTable::line).collect(Collectors.joining("\n", "", "\n"));
  }
}
