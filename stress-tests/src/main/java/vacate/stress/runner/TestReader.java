// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vacate.claim.Evidence;
import vacate.claim.Judge;
import vacate.claim.Topic;
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
        join(evidence, Topic::id),
        join(evidence, Topic::name),
        evidence.expected(Judge.JCSTRESS, null),
        evidence.because(Judge.JCSTRESS, null),
        evidence.isBroken ? evidence.defects : List.of(),
        evidence.revision() == null ? null : evidence.revision().label,
        joinOrNull(evidence, Topic::form),
        joinOrNull(evidence, Topic::condition));
  }

  private static String join(Evidence evidence, Function<Topic, String> what) {
    return evidence.topics().stream().map(what).collect(Collectors.joining("+"));
  }

  private static String joinOrNull(Evidence evidence, Function<Topic, Object> what) {
    return evidence.topics().stream()
        .map(what)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .reduce((one, other) -> one + "+" + other)
        .orElse(null);
  }
}
