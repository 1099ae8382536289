// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.claim.Evidence;
import vacate.claim.Judge;
import vacate.stress.runner.fork.Catalog;

/** Reads from a test class what it is evidence for, as far as hardware is concerned. */
final class TestReader {
  private TestReader() {}

  /**
   * Reads one test.
   *
   * @throws IllegalStateException if the class does not say what it is evidence for, or what a
   *     control is expected to show
   */
  static StressTest read(Catalog.Entry entry) {
    Evidence evidence = Evidence.of(entry.type());
    return new StressTest(
        entry.name(),
        entry.actors(),
        evidence.kind(),
        ids(evidence),
        labels(evidence),
        evidence.expected(Judge.JCSTRESS, null),
        evidence.because(Judge.JCSTRESS, null),
        evidence.isBroken ? evidence.defects : List.of(),
        evidence.revision() == null ? null : evidence.revision().label);
  }

  private static String ids(Evidence evidence) {
    return evidence.control != null
        ? "control"
        : Stream.concat(
                evidence.claims.stream().map(Enum::name), evidence.defects.stream().map(d -> d.id))
            .collect(Collectors.joining("+"));
  }

  private static String labels(Evidence evidence) {
    return evidence.control != null
        ? evidence.control
        : Stream.concat(
                evidence.claims.stream().map(c -> c.label),
                evidence.defects.stream().map(d -> d.label()))
            .collect(Collectors.joining("+"));
  }
}
