// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import vacate.claim.Defect;
import vacate.claim.Finding;
import vacate.claim.Sampled;
import vacate.claim.Seen;
import vacate.explorer.Verdict;
import vacate.stress.runner.HardwareTest;
import vacate.stress.runner.StressSuite;

/** A defect as this machine's processors show it: how often it was seen. */
final class JcstressDemonstration {
  private JcstressDemonstration() {}

  /**
   * Runs a test on the quick budget and prints what was counted.
   *
   * @param json where to write it, or null
   * @return the {@link ExitStatus}
   */
  static int show(Defect defect, JsonFile json) throws IOException {
    List<Finding> findings = StressJob.quick(List.of(test(defect))).run();
    for (Finding finding : findings) {
      if (finding instanceof Sampled sampled) {
        sampled.outcomes().forEach(seen -> System.out.println(line(seen, defect)));
        System.out.println();
      }
    }
    return FinalOutput.full(json).of(findings);
  }

  private static String line(Seen seen, Defect defect) {
    boolean bad = seen.desc().startsWith(defect.id + ": ");
    return String.format(
        "%s %11d  %s  (%s)", bad ? "->" : "  ", seen.count(), seen.id(), seen.desc());
  }

  /** The first in the order of the suite that must show it, and shows as little else as can be. */
  static HardwareTest test(Defect defect) {
    return StressSuite.tests().stream()
        .filter(test -> test.shows().contains(defect))
        .min(
            Comparator.comparing((HardwareTest test) -> test.expected().size())
                .thenComparing(test -> !test.expected().contains(Verdict.OBSERVED))
                .thenComparing(test -> test.shows().size()))
        .orElseThrow();
  }
}
